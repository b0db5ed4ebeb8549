/* SPDX-License-Identifier: MIT */
#pragma once

#include "chart/lt-palette.h"

G_BEGIN_DECLS

/* The colours of drawings that go with the window: light, dark, or high contrast. */
const LtPalette *lt_theme_palette_get (void);

G_END_DECLS
