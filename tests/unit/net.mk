# SPDX-License-Identifier: Apache-2.0
# Exchanges: address policy, masking, head, body, recording, and the broker against a hostile server.
NET_LDADD = runner/librunner.la $(CMOCKA_LIBS)
