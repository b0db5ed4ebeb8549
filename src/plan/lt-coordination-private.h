/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-coordination.h"
#include "plan/lt-lexicon-private.h"

G_BEGIN_DECLS

typedef enum {
  LT_CELL_END, /* behind the last token */
  LT_CELL_WORD,
  LT_CELL_COMMA,
  LT_CELL_AND, /* và, &, + */
  LT_CELL_SLASH,
  LT_CELL_DASH,
  LT_CELL_SEMICOLON,
  LT_CELL_STOP,
  LT_CELL_COLON,
  LT_CELL_OPEN,
  LT_CELL_CLOSE,
  LT_CELL_BULLET,
  LT_CELL_NOISE, /* "v.v.", "…" */
  LT_CELL_SIGN,  /* any other */
} LtCellTokenKind;

/* What a known phrase may be. */
enum {
  LT_CELL_HEAD = 1 << 0,    /* an agency's name begins with it: Sở, Công an */
  LT_CELL_CAPITAL = 1 << 1, /* … only with a capital: Ban, Hội */
  LT_CELL_FIELDS = 1 << 2,  /* … and goes on with a field: Sở Y tế */
  LT_CELL_PLURAL = 1 << 3,  /* các, những */
  LT_CELL_NOUN = 1 << 4,    /* a kind of agency: sở, ban, đơn vị */
  LT_CELL_LOCAL = 1 << 5,   /* quận, huyện, xã */
  LT_CELL_CITY = 1 << 6,    /* thành phố, tỉnh: a place of its own without a name */
  LT_CELL_TRADE = 1 << 7,   /* no body of the state: doanh nghiệp */
  LT_CELL_OPEN_NOUN = 1 << 8, /* cơ quan, tổ chức: takes TRADE into its list */
  LT_CELL_QUALIFIER = 1 << 9, /* liên quan, khác, chuyên môn */
  LT_CELL_TITLE = 1 << 10,  /* Giám đốc, Thủ trưởng */
  LT_CELL_LEAD = 1 << 11,   /* "phối hợp với": ahead of names, no part of them */
  LT_CELL_TAIL = 1 << 12,   /* "tổ chức thực hiện": behind names */
  LT_CELL_LINK = 1 << 13,   /* "cùng với": parts two names */
  LT_CELL_LEVEL = 1 << 15,  /* a rung of a ladder, one of a list: xã, THCS */
  LT_CELL_CLOSES = 1 << 16, /* the list that it stands in ends with it: liên quan */
  LT_CELL_ABOUT = 1 << 17,    /* về: what a committee is for */
  LT_CELL_PLACED = 1 << 18,   /* says itself of which place it is: CATP */
  LT_CELL_EACH = 1 << 19,     /* says that there is one in each place: cấp xã */
  LT_CELL_COMMITTEE = 1 << 14, /* Ban Chỉ đạo, Tổ công tác: goes on with what it is for */
};

typedef struct {
  LtCellTokenKind kind;
  gsize start; /* in the text */
  gsize end;
  const char *key; /* of a word: its match key, or folded in a cell without marks */
  gboolean new_line;
  gboolean gap;      /* white space before it */
  gboolean capital;  /* first letter */
  gboolean capitals; /* an abbreviation: several letters, all capitals */
  gboolean inside;   /* in parentheses, or one itself */
  int value;         /* flags of the phrase that begins here */
  guint n_value;     /* its words; 0 for none */
} LtCellToken;

typedef struct {
  char *text; /* clean; may have several lines */
  LtCellToken *tokens; /* several END stand behind the last */
  guint n_tokens;
  gboolean marked; /* has Vietnamese marks */
  GStringChunk *keys;
} LtCell;

/* The phrases that a cell is read by, with the flags above. */
extern const LtLexiconEntry _lt_cell_words[];

/* @text is clean. */
LtCell *_lt_cell_new  (const char *text);
void    _lt_cell_free (LtCell *cell);

/* The name of a field of work ("Văn hóa, Thể thao và Du lịch") that begins at
 * token @first: how many tokens it takes, 0 for none. */
guint _lt_cell_match_field (const LtCell *cell, guint first);
/* Likewise a whole name with more than one head word in it. */
guint _lt_cell_match_name  (const LtCell *cell, guint first);

/* One name in a cell: tokens from first up to, and not with, last. */
typedef struct {
  guint first;
  guint last;
  gboolean group;
  guint head;   /* the tokens of the word that stands for all in "Sở: Y tế, Tư pháp" … */
  guint n_head; /* … 0 for none */
} LtCellPiece;

/* Whether a name that the registry knows begins at token @first: how many
 * tokens it takes, 0 for none. */
typedef guint (*LtCellFindName) (const LtCell *cell, guint first, gpointer data);

/* @find_name may be NULL. (element-type LtCellPiece) */
GArray *_lt_cell_split (const LtCell *cell, LtCellFindName find_name, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LtCell, _lt_cell_free)

G_END_DECLS
