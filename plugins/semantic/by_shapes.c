// SPDX-License-Identifier: Apache-2.0
/* Requirements that are judged by our own shapes alone. What is demanded must hold; of requirements
 * that recommend, what is recommended too. */
#include "plugins/describe/shapes.h"
#include "plugins/semantic/semantic.h"

#define DEMANDED SV_SHACL_VIOLATION
#define ADVISED SV_SHACL_WARNING
#define RECOMMENDED SV_SHACL_INFO

#define BY_SHAPES(function, requirement, severity)                                                 \
  enum sv_outcome function(struct sv_ctx *ctx)                                                     \
  {                                                                                                \
    return sv_judge_by_shapes(ctx, requirement, severity);                                         \
  }

BY_SHAPES(sv_sem_023, "SEM-023", DEMANDED)
BY_SHAPES(sv_sem_024, "SEM-024", DEMANDED)
BY_SHAPES(sv_sem_025, "SEM-025", DEMANDED)
BY_SHAPES(sv_sem_026, "SEM-026", DEMANDED)
BY_SHAPES(sv_sem_027, "SEM-027", DEMANDED)
BY_SHAPES(sv_sem_028, "SEM-028", DEMANDED)
BY_SHAPES(sv_sem_029, "SEM-029", DEMANDED)
BY_SHAPES(sv_sem_030, "SEM-030", DEMANDED)
BY_SHAPES(sv_sem_031, "SEM-031", RECOMMENDED)
BY_SHAPES(sv_sem_032, "SEM-032", RECOMMENDED)
BY_SHAPES(sv_sem_033, "SEM-033", RECOMMENDED)
BY_SHAPES(sv_sem_034, "SEM-034", DEMANDED)
BY_SHAPES(sv_sem_038, "SEM-038", DEMANDED)
BY_SHAPES(sv_sem_040, "SEM-040", DEMANDED)
BY_SHAPES(sv_sem_041, "SEM-041", DEMANDED)
BY_SHAPES(sv_sem_043, "SEM-043", DEMANDED)
BY_SHAPES(sv_sem_044, "SEM-044", DEMANDED)
BY_SHAPES(sv_sem_045, "SEM-045", DEMANDED)
BY_SHAPES(sv_sem_046, "SEM-046", DEMANDED)
BY_SHAPES(sv_sem_050, "SEM-050", DEMANDED)
BY_SHAPES(sv_sem_051, "SEM-051", DEMANDED)
BY_SHAPES(sv_sem_052, "SEM-052", DEMANDED)
BY_SHAPES(sv_sem_053, "SEM-053", DEMANDED)
BY_SHAPES(sv_sem_054, "SEM-054", DEMANDED)
BY_SHAPES(sv_sem_055, "SEM-055", ADVISED)
BY_SHAPES(sv_sem_056, "SEM-056", DEMANDED)
BY_SHAPES(sv_sem_057, "SEM-057", DEMANDED)
BY_SHAPES(sv_sem_058, "SEM-058", DEMANDED)
BY_SHAPES(sv_sem_059, "SEM-059", DEMANDED)
BY_SHAPES(sv_sem_061, "SEM-061", DEMANDED)
BY_SHAPES(sv_sem_065, "SEM-065", DEMANDED)
BY_SHAPES(sv_sem_067, "SEM-067", RECOMMENDED)
BY_SHAPES(sv_sem_073, "SEM-073", DEMANDED)
BY_SHAPES(sv_sem_074, "SEM-074", DEMANDED)
BY_SHAPES(sv_sem_075, "SEM-075", DEMANDED)
BY_SHAPES(sv_sem_076, "SEM-076", DEMANDED)
BY_SHAPES(sv_sem_077, "SEM-077", DEMANDED)
BY_SHAPES(sv_sem_078, "SEM-078", DEMANDED)
BY_SHAPES(sv_sem_079, "SEM-079", DEMANDED)
BY_SHAPES(sv_sem_080, "SEM-080", DEMANDED)
BY_SHAPES(sv_sem_081, "SEM-081", DEMANDED)
BY_SHAPES(sv_sem_082, "SEM-082", DEMANDED)
BY_SHAPES(sv_sem_083, "SEM-083", DEMANDED)
BY_SHAPES(sv_sem_084, "SEM-084", DEMANDED)
BY_SHAPES(sv_sem_087, "SEM-087", RECOMMENDED)
BY_SHAPES(sv_sem_097, "SEM-097", DEMANDED)
BY_SHAPES(sv_sem_100, "SEM-100", DEMANDED)
BY_SHAPES(sv_sem_102, "SEM-102", DEMANDED)
BY_SHAPES(sv_sem_103, "SEM-103", DEMANDED)
BY_SHAPES(sv_sem_105, "SEM-105", DEMANDED)
BY_SHAPES(sv_sem_106, "SEM-106", DEMANDED)
BY_SHAPES(sv_sem_107, "SEM-107", DEMANDED)
BY_SHAPES(sv_sem_108, "SEM-108", DEMANDED)
BY_SHAPES(sv_sem_109, "SEM-109", DEMANDED)
BY_SHAPES(sv_sem_110, "SEM-110", DEMANDED)
BY_SHAPES(sv_sem_112, "SEM-112", DEMANDED)
BY_SHAPES(sv_sem_113, "SEM-113", DEMANDED)
BY_SHAPES(sv_sem_116, "SEM-116", DEMANDED)
BY_SHAPES(sv_sem_117, "SEM-117", DEMANDED)
BY_SHAPES(sv_sem_120, "SEM-120", DEMANDED)
BY_SHAPES(sv_sem_122, "SEM-122", DEMANDED)
BY_SHAPES(sv_sem_123, "SEM-123", RECOMMENDED)
BY_SHAPES(sv_sem_125, "SEM-125", DEMANDED)
BY_SHAPES(sv_sem_127, "SEM-127", DEMANDED)
BY_SHAPES(sv_sem_128, "SEM-128", DEMANDED)
BY_SHAPES(sv_sem_129, "SEM-129", DEMANDED)
BY_SHAPES(sv_sem_131, "SEM-131", RECOMMENDED)
BY_SHAPES(sv_sem_150, "SEM-150", DEMANDED)

/* What the rules of requirements only warn of. */
#define ADVICE(function, requirement)                                                              \
  enum sv_outcome function(struct sv_ctx *ctx)                                                     \
  {                                                                                                \
    return sv_advise_by_shapes(ctx, requirement);                                                  \
  }

ADVICE(sv_sem_026_advice, "SEM-026")
ADVICE(sv_sem_030_advice, "SEM-030")
ADVICE(sv_sem_034_advice, "SEM-034")
ADVICE(sv_sem_035_advice, "SEM-035")
ADVICE(sv_sem_041_advice, "SEM-041")
ADVICE(sv_sem_043_advice, "SEM-043")
ADVICE(sv_sem_052_advice, "SEM-052")
ADVICE(sv_sem_059_advice, "SEM-059")
ADVICE(sv_sem_074_advice, "SEM-074")
ADVICE(sv_sem_075_advice, "SEM-075")
ADVICE(sv_sem_076_advice, "SEM-076")
ADVICE(sv_sem_078_advice, "SEM-078")
ADVICE(sv_sem_079_advice, "SEM-079")
ADVICE(sv_sem_081_advice, "SEM-081")
ADVICE(sv_sem_105_advice, "SEM-105")
ADVICE(sv_sem_106_advice, "SEM-106")
ADVICE(sv_sem_107_advice, "SEM-107")
ADVICE(sv_sem_117_advice, "SEM-117")
ADVICE(sv_sem_118_advice, "SEM-118")
ADVICE(sv_sem_119_advice, "SEM-119")
ADVICE(sv_sem_129_advice, "SEM-129")
