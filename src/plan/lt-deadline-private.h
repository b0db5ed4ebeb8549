/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-deadline.h"
#include "plan/lt-lexicon-private.h"

G_BEGIN_DECLS

/* The words of a deadline are read in three steps: tokens (one known word or
 * phrase, number or sign each), elements (a day, a quarter, "hằng tháng", "15
 * ngày làm việc" …), and last what all elements of a cell mean together. */

typedef enum {
  LT_WORD_NONE, /* behind the last token */
  LT_WORD_OTHER,
  LT_WORD_NUMBER, /* in digits or spelled out */
  LT_WORD_ROMAN,
  LT_WORD_SLASH,
  LT_WORD_DASH,
  LT_WORD_DOT, /* inside a date; a full stop is STOP */
  LT_WORD_STOP,
  LT_WORD_COMMA,
  LT_WORD_SEMICOLON,
  LT_WORD_COLON,
  LT_WORD_OPEN,
  LT_WORD_CLOSE,
  LT_WORD_PERCENT,
  LT_WORD_SIGN, /* any other sign */
  LT_WORD_AND,
  LT_WORD_OR,
  LT_WORD_OF,
  LT_WORD_HOUR,
  LT_WORD_MINUTE,
  LT_WORD_DAY,
  LT_WORD_WEEK,
  LT_WORD_MONTH,
  LT_WORD_QUARTER,
  LT_WORD_YEAR,
  LT_WORD_THIS_YEAR, /* value: years from the plan's */
  LT_WORD_THIS_MONTH,
  LT_WORD_THIS_QUARTER,
  LT_WORD_SCHOOL_YEAR,
  LT_WORD_SEMESTER,
  LT_WORD_WEEKDAY,
  LT_WORD_BEFORE,
  LT_WORD_AFTER,
  LT_WORD_FROM,
  LT_WORD_SINCE, /* from, and counted from */
  LT_WORD_NOW,
  LT_WORD_UNTIL,
  LT_WORD_LATEST,
  LT_WORD_WITHIN,
  LT_WORD_END,
  LT_WORD_FIRST,
  LT_WORD_MIDDLE,
  LT_WORD_LAST,
  LT_WORD_HALF,
  LT_WORD_REMAINING,
  LT_WORD_ORDINAL,
  LT_WORD_PLURAL,
  LT_WORD_ALL,
  LT_WORD_EACH,
  LT_WORD_PERIODIC,
  LT_WORD_TIMES,
  LT_WORD_ONGOING, /* value: 1 of "tx", 2 of "duy trì", which may come round */
  LT_WORD_CONTINUE,
  LT_WORD_ONWARDS,
  LT_WORD_BY,      /* theo */
  LT_WORD_REPORT,  /* báo cáo: "báo cáo tuần" comes round */
  LT_WORD_EVENT,   /* khi, sau khi, tuỳ …; value: 1 of "ngay", 2 of "ngay sau", which
                    * may stand before a day; 3 of "trước khi", before the end of one */
  LT_WORD_OUTLOOK, /* tầm nhìn, định hướng: what follows is no deadline */
  LT_WORD_WORKING,
  LT_WORD_COMPLETE, /* value: 1 of "kết thúc", which a year does, too */
  LT_WORD_ISSUED,
  LT_WORD_PLAN,
  LT_WORD_DOCUMENT,
  LT_WORD_THIS,
  LT_WORD_NUMBERED, /* số */
  LT_WORD_FILLER,
} LtDeadlineWord;

typedef struct {
  LtDeadlineWord word;
  int value;         /* of numbers, and as said above */
  guint8 digits;     /* 0 for a number that is spelled out */
  gboolean gap;      /* white space stands before it */
  gboolean new_line; /* it begins a line */
  gboolean vowels;   /* of OTHER: could be a syllable, not "NQ" */
} LtDeadlineToken;

/* Known words and phrases: an LtDeadlineWord, with its value shifted above it. */
#define LT_WORD_VALUE_SHIFT 8
extern const LtLexiconEntry _lt_deadline_words[];

/* (element-type LtDeadlineToken); several NONE stand behind the last. */
GArray *_lt_deadline_tokenize (const char *text);

typedef enum {
  LT_ELEMENT_SPAN,
  LT_ELEMENT_PERIODIC,
  LT_ELEMENT_ONGOING,
  LT_ELEMENT_ONWARDS,
  LT_ELEMENT_DURATION,
  LT_ELEMENT_EVENT,
  LT_ELEMENT_ISSUE,   /* "từ nay", "từ ngày ban hành" */
  LT_ELEMENT_CONTINUE, /* "tiếp tục": ongoing where nothing else is said */
  LT_ELEMENT_INVALID, /* a date that does not exist */
} LtElementKind;

typedef enum {
  LT_SPAN_ROLE_NONE,
  LT_SPAN_ROLE_BEFORE,
  LT_SPAN_ROLE_UNTIL,
  LT_SPAN_ROLE_FROM,
  LT_SPAN_ROLE_AFTER,
  LT_SPAN_ROLE_WITHIN,
} LtSpanRole;

/* What stands between an element and the one before it. */
typedef enum {
  LT_LINK_NONE,
  LT_LINK_LIST,  /* comma, hoặc */
  LT_LINK_AND,
  LT_LINK_RANGE, /* dash, đến */
  LT_LINK_OPEN,  /* a parenthesis */
  LT_LINK_BREAK, /* semicolon, full stop, new line */
} LtElementLink;

typedef enum {
  LT_PART_WHOLE,
  LT_PART_FIRST,   /* the first part_count part_units: "6 tháng đầu năm" */
  LT_PART_LAST,
  LT_PART_NTH,     /* "tuần thứ hai tháng 6" */
  LT_PART_BEGINNING, /* vaguely: "đầu tháng 6" */
  LT_PART_MIDDLE,
  LT_PART_CLOSE,
} LtSpanPart;

typedef struct {
  LtElementKind kind;
  LtElementLink link;
  gboolean words_before;    /* other words stand between it and the element before */
  gboolean complete_before; /* "hoàn thành" among them */

  LtSpanRole role;
  gboolean at_hour; /* "trước 17 giờ ngày …": the day itself counts */
  char unit;        /* 'd', 'm', 'q', 'y', 's' (school year); of a period or duration
                     * also 'h' (hour), 'w' */
  int year;         /* 0: not said */
  int year_offset;  /* "năm sau"; -1: none */
  int month;        /* 0: not said */
  int day;
  int quarter;
  int offset;       /* of a bare "tháng này", "quý sau", from the day of issue */
  LtSpanPart part;
  char part_unit;   /* 'd', 'w', 'm', 'q', 'h' (half) */
  int part_count;
  int part_last;    /* of NTH: the last one, where several stand in a row; 0: just one */

  int count;
  gboolean working; /* ngày làm việc */
  gboolean from_issue;
  gboolean anchored; /* a duration counted from the span in the same fields */
} LtElement;

/* (element-type LtElement) */
GArray *_lt_deadline_scan (const LtDeadlineToken *tokens);

/* The time expression that begins at @tokens. Returns how many tokens it takes,
 * 0 if there is none. @before: the token ahead of it, or NULL. */
guint _lt_deadline_read_span     (const LtDeadlineToken *tokens,
                                  const LtDeadlineToken *before,
                                  LtSpanRole role,
                                  LtElement *span);
guint _lt_deadline_read_periodic (const LtDeadlineToken *tokens, LtElement *periodic);
/* A number in digits, in words ("hai"), or both ("02 (hai)"). */
guint _lt_deadline_read_count    (const LtDeadlineToken *tokens, int *count);
/* A count and a unit, as "6 tháng", "hai quý", "nửa" (unit 'h') begin. */
guint _lt_deadline_read_amount   (const LtDeadlineToken *tokens, int *count, char *unit);
/* 'd', 'w', 'm', 'q', 'y', or 0 for any other word. */
char  _lt_deadline_get_unit      (LtDeadlineWord word);
gboolean _lt_deadline_is_year    (const LtDeadlineToken *token);

/* The days of a span, once its year is known. FALSE if there is no such day.
 * The days are LT_DAY_NONE where the issue day is needed and not known. */
gboolean _lt_element_get_days (const LtElement *span,
                               int year,
                               LtDay issued,
                               LtDay *start,
                               LtDay *end);

/* The day so long after another; LT_DAY_NONE if that is none. */
LtDay    _lt_element_add_to   (const LtElement *duration, LtDay day);

G_END_DECLS
