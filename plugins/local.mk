# SPDX-License-Identifier: Apache-2.0
# A folder here that is not included here is not built: tools/check-tree compares.
include plugins/cross/local.mk
include plugins/legal/local.mk
include plugins/organisational/local.mk
include plugins/semantic/local.mk
include plugins/technical/local.mk
