/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Before Unicode, Vietnamese letters were put into fonts in place of Western ones:
 * "Së Y tÕ" is Sở Y tế in a TCVN3 font, "Sôû Y teá" in a VNI font. */
typedef enum {
  LT_LEGACY_NONE,
  LT_LEGACY_TCVN3, /* TCVN 5712:1993 VN3, "ABC": .VnTime */
  LT_LEGACY_TCVN3_CAPITALS, /* .VnTimeH: small letters are shown as capitals */
  LT_LEGACY_VNI,   /* VNI-Times */
} LtLegacy;

/* What the name of a font says; LT_LEGACY_NONE for all others. */
LtLegacy lt_legacy_from_font (const char *font);

/* @text: UTF-8 as a program shows it in a Western font. Characters that the font does
 * not replace stay. (transfer full), NFC */
char    *lt_legacy_dup_text  (LtLegacy legacy, const char *text);

G_END_DECLS
