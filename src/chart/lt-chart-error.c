/* SPDX-License-Identifier: MIT */
#include "chart/lt-chart-error.h"

G_DEFINE_QUARK (lt-chart-error-quark, lt_chart_error)
