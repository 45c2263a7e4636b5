# SPDX-License-Identifier: Apache-2.0
# Shapes of the national profiles, embedded in the library by engines/shacl/local.mk and installed for reading.
NATIONAL_SHAPES = \
  profiles/shapes/cpsv-ap-no.ttl \
  profiles/shapes/dcat-ap-no-2.2.ttl \
  profiles/shapes/dcat-ap-no-3-codes.ttl \
  profiles/shapes/dcat-ap-no-3.ttl \
  profiles/shapes/dqv-ap-no.ttl \
  profiles/shapes/modelldcat-ap-no.ttl \
  profiles/shapes/rules.ttl \
  profiles/shapes/skos-ap-no.ttl \
  profiles/shapes/xkos-ap-no.ttl
nobase_dist_pkgdata_DATA += $(NATIONAL_SHAPES)
