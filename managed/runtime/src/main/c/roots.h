/* Where references are in static fields: a table of the compiler's (peaberry.managed.compiler.PreparedC). */
#pragma once
#include "core.h"

/* Those of one class. */
typedef struct {
    void **const *places;
    int64_t count;
} StaticRoots;

/* Of all classes that have some; behind them one without places. */
extern const StaticRoots peaberry_staticRoots[];
