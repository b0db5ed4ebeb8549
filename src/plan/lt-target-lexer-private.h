/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  LT_TARGET_TOKEN_WORD,
  LT_TARGET_TOKEN_NUMBER,
  LT_TARGET_TOKEN_PERCENT,
  LT_TARGET_TOKEN_COMMA,
  LT_TARGET_TOKEN_STOP,  /* . ; : and line breaks: a clause ends */
  LT_TARGET_TOKEN_OPEN,
  LT_TARGET_TOKEN_CLOSE,
  LT_TARGET_TOKEN_SIGN,  /* any other */
} LtTargetTokenKind;

typedef struct {
  LtTargetTokenKind kind;
  gsize start; /* in the text */
  gsize end;
  double value;      /* of a number */
  gboolean attached; /* a number that is part of something: 63/2024, A4, 31/12 */
} LtTargetToken;

typedef struct {
  const char *text; /* borrowed */
  GArray *tokens;   /* (element-type LtTargetToken) */
} LtTargetText;

LtTargetText *_lt_target_text_new    (const char *text);
void          _lt_target_text_free   (LtTargetText *self);
/* NULL beyond either end. */
const LtTargetToken *_lt_target_text_get (const LtTargetText *self, int index);
/* A word that stands there a second time: "thực hiện hiện". */
gboolean      _lt_target_text_repeats (const LtTargetText *self, int index);
/* How many tokens from @index on are the words of @phrase ("tối thiểu"); 0 if they are not. */
guint         _lt_target_text_match  (const LtTargetText *self, int index, const char *phrase);
/* The longest of several phrases parted by "|" that begins there. */
guint         _lt_target_text_match_any (const LtTargetText *self, int index, const char *phrases);
/* … that ends right before @index. */
guint         _lt_target_text_match_before (const LtTargetText *self, int index, const char *phrases);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtTargetText, _lt_target_text_free)

G_END_DECLS
