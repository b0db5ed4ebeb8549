/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  LT_ENTRY_TEXT,
  LT_ENTRY_CHOICE, /* one of the choices */
  LT_ENTRY_WHOLE,  /* a whole number */
  LT_ENTRY_NUMBER,
  LT_ENTRY_DAY,    /* bounds as LtDay */
} LtEntryKind;

/* What a cell that people fill in takes. Static: tables keep the pointer. The words are
 * those of the form, Vietnamese whatever the interface's language is. */
typedef struct {
  LtEntryKind kind;
  const char *const *choices; /* ended by NULL */
  double minimum;             /* of WHOLE, NUMBER and DAY; both 0: no bounds */
  double maximum;
  const char *title;   /* of the hint, at most 32 characters; NULL for no hint */
  const char *hint;    /* at most 255 characters */
  const char *refusal; /* what is said of a value that is not taken, at most 255 */
} LtEntry;

G_END_DECLS
