/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/lt-legacy-text.h"

G_BEGIN_DECLS

/* A text whose encoding nobody told, or told wrongly. */
typedef struct {
  GBytes *utf8;      /* valid UTF-8 without NULs */
  const char *name;  /* of the encoding, as people know it: "Windows-1258" */
  LtLegacy legacy;   /* what lt_legacy_dup_text() has still to make of it */
  gboolean doubtful; /* another encoding would do as well, or none does */
  guint n_bad;       /* bytes that are nothing in this encoding, now U+FFFD */
} LtDecoded;

/* Finds UTF-8, UTF-16 (with a byte order mark or without), Windows-1258, and letters of TCVN3 and
 * VNI fonts, in bytes or, as the clipboard has them, in Unicode. Where several are possible the
 * one counts that makes the most Vietnamese syllables.
 * @declared: what the text says of itself, or NULL */
void  lt_text_decode         (GBytes *bytes, const char *declared, LtDecoded *decoded);
void  lt_decoded_clear       (LtDecoded *decoded);

/* One cell of a decoded text. Small letters of TCVN3 among capitals are taken for capitals: there
 * is no font that says so. (transfer full) */
char *lt_decoded_dup_text    (const LtDecoded *decoded, const char *text);
/* A sentence about what a person should check; NULL if nothing. (transfer full) */
char *lt_decoded_dup_doubt   (const LtDecoded *decoded);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LtDecoded, lt_decoded_clear)

G_END_DECLS
