# SPDX-License-Identifier: Apache-2.0
# What people and machines read of a run. The texts here are those of engines/result too.
PO_FRAGMENTS += reports
