/* SPDX-License-Identifier: MIT */
#include "app/lt-theme-palette.h"

#include <adwaita.h>

const LtPalette *
lt_theme_palette_get (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_dark (style))
    return lt_palette_get (LT_PALETTE_DARK);
  return lt_palette_get (adw_style_manager_get_high_contrast (style) ? LT_PALETTE_MONO : LT_PALETTE_LIGHT);
}
