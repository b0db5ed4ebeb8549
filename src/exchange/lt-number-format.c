/* SPDX-License-Identifier: MIT */
#include "exchange/lt-number-format.h"

#include <math.h>
#include <string.h>

#define SECTIONS_MAX 4
#define DECIMALS_MAX 15

/* Days from 1970-01-01 back to the day before the first of each count. */
#define OFFSET_1900 25569
#define OFFSET_1904 24107
/* Excel takes 1900 for a leap year: before this day its numbers are one too low. */
#define LEAP_DAY_1900 60

#define SECONDS_A_DAY 86400

typedef enum {
  TOKEN_LITERAL,
  TOKEN_NUMBER, /* where the digits go; the first of them only */
  TOKEN_YEAR,
  TOKEN_MONTH,
  TOKEN_DAY,
  TOKEN_HOUR,
  TOKEN_MINUTE,
  TOKEN_SECOND,
  TOKEN_GENERAL,
  TOKEN_TEXT,
} TokenKind;

typedef struct {
  TokenKind kind;
  guint width;
  char *literal;
} Token;

typedef struct {
  GArray *tokens; /* (element-type Token) */
  gboolean has_year, has_month, has_day, has_time;
  gboolean has_letters; /* among the literals */
  guint whole;    /* digits before the point that are always shown */
  guint decimals;
  guint percents;
  guint thousands; /* the number is shown divided by 1,000 that often */
  gboolean grouped;
  gboolean exponent;
  char condition; /* '<', '>', '=', 'l' (<=), 'g' (>=), 'n' (<>), or 0 */
  double bound;
} Section;

struct _LtNumberFormat {
  Section sections[SECTIONS_MAX];
  guint n_sections;
};

static void
clear_token (gpointer data)
{
  g_free (((Token *) data)->literal);
}

static void
add_token (Section *section, TokenKind kind, guint width)
{
  Token token = { kind, width, NULL };

  g_array_append_val (section->tokens, token);
}

static void
add_literal (Section *section, const char *text, gsize length)
{
  Token token = { TOKEN_LITERAL, 0, g_strndup (text, length) };

  for (const char *p = token.literal; *p != '\0'; p = g_utf8_next_char (p))
    section->has_letters |= g_unichar_isalpha (g_utf8_get_char (p));
  g_array_append_val (section->tokens, token);
}

static gboolean
is_date (const Section *section)
{
  return section->has_year || section->has_month || section->has_day || section->has_time;
}

/* "[Red]", "[$-42A]", "[>=100]", "[h]"; returns the place behind it. */
static const char *
read_bracket (Section *section, const char *p)
{
  const char *end = strchr (p, ']');
  const char *start = p + 1;

  if (end == NULL)
    return p + strlen (p);
  if (g_ascii_strncasecmp (start, "h", 1) == 0 && strspn (start, "hH") == (gsize) (end - start))
    {
      section->has_time = TRUE;
      add_token (section, TOKEN_HOUR, 1);
    }
  else if (*start == '$')
    {
      /* A currency sign before the dash, the language behind it. */
      gsize length = strcspn (start + 1, "-]");

      if (length > 0)
        add_literal (section, start + 1, length);
    }
  else if (*start == '<' || *start == '>' || *start == '=')
    {
      char second = start[1];

      section->condition = *start;
      if (second == '=')
        section->condition = *start == '<' ? 'l' : 'g';
      else if (second == '>')
        section->condition = 'n';
      section->bound = g_ascii_strtod (start + strspn (start, "<>="), NULL);
    }
  return end + 1;
}

static gboolean
follows_hour (const Section *section)
{
  for (guint i = section->tokens->len; i > 0; i--)
    {
      TokenKind kind = g_array_index (section->tokens, Token, i - 1).kind;

      if (kind == TOKEN_HOUR)
        return TRUE;
      if (kind != TOKEN_LITERAL)
        return FALSE;
    }
  return FALSE;
}

/* Minutes are written as months are; seconds behind them tell. */
static gboolean
precedes_second (const char *p)
{
  p += strcspn (p, "ymdhsYMDHS;\"");
  return *p == 's' || *p == 'S';
}

static const char *
read_date_letters (Section *section, const char *p)
{
  char letter = g_ascii_tolower (*p);
  guint width = 0;

  while (g_ascii_tolower (p[width]) == letter)
    width++;
  switch (letter)
    {
    case 'y':
    case 'e':
      section->has_year = TRUE;
      add_token (section, TOKEN_YEAR, width);
      break;
    case 'd':
      /* "ddd" is the name of the weekday, which says nothing new. */
      if (width <= 2)
        {
          section->has_day = TRUE;
          add_token (section, TOKEN_DAY, width);
        }
      break;
    case 'h':
      section->has_time = TRUE;
      add_token (section, TOKEN_HOUR, width);
      break;
    case 's':
      section->has_time = TRUE;
      add_token (section, TOKEN_SECOND, width);
      break;
    default:
      if (follows_hour (section) || precedes_second (p + width))
        {
          section->has_time = TRUE;
          add_token (section, TOKEN_MINUTE, width);
        }
      else
        {
          section->has_month = TRUE;
          add_token (section, TOKEN_MONTH, width);
        }
    }
  return p + width;
}

/* "#,##0.00": the run of placeholders as a whole. */
static const char *
read_digits (Section *section, const char *p)
{
  gboolean behind_point = FALSE;
  guint commas = 0;

  add_token (section, TOKEN_NUMBER, 0);
  for (; *p != '\0' && strchr ("0#?.,", *p) != NULL; p++)
    {
      if (*p == '.')
        behind_point = TRUE;
      else if (*p == ',')
        commas++;
      else
        {
          section->grouped |= commas > 0;
          commas = 0;
          if (behind_point)
            section->decimals = MIN (section->decimals + 1, DECIMALS_MAX);
          else if (*p == '0')
            section->whole = MIN (section->whole + 1, DECIMALS_MAX);
        }
    }
  section->thousands += commas;
  if ((*p == 'E' || *p == 'e') && (p[1] == '+' || p[1] == '-'))
    {
      section->exponent = TRUE;
      p += 2;
      p += strspn (p, "0#?");
    }
  return p;
}

static gboolean
holds_number (const Section *section)
{
  for (guint i = 0; i < section->tokens->len; i++)
    if (g_array_index (section->tokens, Token, i).kind == TOKEN_NUMBER)
      return TRUE;
  return FALSE;
}

static const char *
read_quoted (Section *section, const char *p)
{
  const char *end = strchr (p + 1, '"');
  gsize length = end != NULL ? (gsize) (end - p) - 1 : strlen (p + 1);

  add_literal (section, p + 1, length);
  return p + 1 + length + (end != NULL ? 1 : 0);
}

static const char *
read_token (Section *section, const char *p)
{
  const char *next = g_utf8_next_char (p);

  if (*p == '"')
    return read_quoted (section, p);
  if (*p == '[')
    return read_bracket (section, p);
  if (*p == '\\' || *p == '_' || *p == '*')
    {
      const char *end = *next != '\0' ? g_utf8_next_char (next) : next;

      /* "_x" is room as wide as x, "*x" fills the cell with it. */
      if (*p == '\\')
        add_literal (section, next, (gsize) (end - next));
      else if (*p == '_')
        add_literal (section, " ", 1);
      return end;
    }
  if (g_ascii_strncasecmp (p, "General", 7) == 0)
    {
      add_token (section, TOKEN_GENERAL, 0);
      return p + 7;
    }
  if (g_ascii_strncasecmp (p, "AM/PM", 5) == 0)
    return p + 5;
  if (strchr ("ymdhse", g_ascii_tolower (*p)) != NULL)
    return read_date_letters (section, p);
  if (strchr ("0#?", *p) != NULL || (*p == '.' && strchr ("0#?", p[1]) != NULL && p[1] != '\0'))
    {
      if (!is_date (section) && !holds_number (section))
        return read_digits (section, p);
      return next;
    }
  if (*p == '@')
    add_token (section, TOKEN_TEXT, 0);
  else
    {
      section->percents += *p == '%' ? 1 : 0;
      add_literal (section, p, (gsize) (next - p));
    }
  return next;
}

LtNumberFormat *
lt_number_format_new (const char *code)
{
  LtNumberFormat *self = g_new0 (LtNumberFormat, 1);
  g_autofree char *valid = g_utf8_make_valid (code, -1);
  const char *p = valid;

  do
    {
      Section *section = &self->sections[self->n_sections++];

      section->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
      g_array_set_clear_func (section->tokens, clear_token);
      while (*p != '\0' && *p != ';')
        p = read_token (section, p);
    }
  while (*p++ == ';' && self->n_sections < SECTIONS_MAX);
  return self;
}

LtNumberFormat *
lt_number_format_new_known (guint id)
{
  static const struct {
    guint first;
    guint last;
    const char *code;
  } known[] = {
    { 1, 1, "0" },           { 2, 2, "0.00" },          { 3, 3, "#,##0" },
    { 4, 4, "#,##0.00" },    { 9, 9, "0%" },            { 10, 10, "0.00%" },
    { 11, 11, "0.00E+00" },  { 14, 14, "dd/mm/yyyy" },  { 15, 15, "d-mmm-yy" },
    { 16, 16, "d-mmm" },     { 17, 17, "mmm-yy" },      { 18, 21, "h:mm" },
    { 22, 22, "dd/mm/yyyy h:mm" },
    /* The dates of East Asian languages. */
    { 27, 31, "dd/mm/yyyy" }, { 32, 35, "h:mm" },       { 36, 36, "dd/mm/yyyy" },
    { 37, 38, "#,##0" },     { 39, 40, "#,##0.00" },    { 41, 42, "#,##0" },
    { 43, 44, "#,##0.00" },  { 45, 47, "mm:ss" },       { 48, 48, "0.0E+0" },
    { 49, 49, "@" },         { 50, 58, "dd/mm/yyyy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (id >= known[i].first && id <= known[i].last)
      return lt_number_format_new (known[i].code);
  return lt_number_format_new ("General");
}

void
lt_number_format_free (LtNumberFormat *self)
{
  for (guint i = 0; i < self->n_sections; i++)
    g_array_unref (self->sections[i].tokens);
  g_free (self);
}

static gboolean
meets (const Section *section, double value)
{
  switch (section->condition)
    {
    case '<':
      return value < section->bound;
    case '>':
      return value > section->bound;
    case '=':
      return value == section->bound;
    case 'l':
      return value <= section->bound;
    case 'g':
      return value >= section->bound;
    case 'n':
      return value != section->bound;
    default:
      return FALSE;
    }
}

/* Positive; negative; zero; text: unless a section says itself what it is for. */
static const Section *
pick_section (const LtNumberFormat *self, double value)
{
  guint n = MIN (self->n_sections, 3);

  for (guint i = 0; i < n; i++)
    if (self->sections[i].condition != 0 && meets (&self->sections[i], value))
      return &self->sections[i];
  if (self->sections[0].condition != 0)
    return &self->sections[n - 1];
  if (n == 3 && value == 0)
    return &self->sections[2];
  return value < 0 && n >= 2 ? &self->sections[1] : &self->sections[0];
}

static char *
dup_plain (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.15g", value);
  return g_strdup (g_strdelimit (text, ".", ','));
}

/* "1.234,50", as Vietnamese readers write it. */
static void
append_number (GString *text, const Section *section, double value)
{
  char format[16];
  char digits[512];
  char *point;
  gsize whole;

  for (guint i = 0; i < section->percents; i++)
    value *= 100;
  for (guint i = 0; i < section->thousands; i++)
    value /= 1000;
  g_snprintf (format, sizeof format, section->exponent ? "%%.%uE" : "%%.%uf", section->decimals);
  g_ascii_formatd (digits, sizeof digits, format, value);
  point = strchr (digits, '.');
  whole = strcspn (digits, ".E");
  if (point != NULL)
    *point = ',';
  for (gsize i = whole; i < section->whole; i++)
    g_string_append_c (text, '0');
  for (gsize i = 0; i < whole; i++)
    {
      g_string_append_c (text, digits[i]);
      if (section->grouped && (whole - i) % 3 == 1 && i + 1 < whole)
        g_string_append_c (text, '.');
    }
  g_string_append (text, digits + whole);
}

static char *
show_number (const LtNumberFormat *self, const Section *section, double value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean shown = FALSE;

  /* A section for negative numbers writes its own sign. */
  if (value < 0 && section == &self->sections[0])
    g_string_append_c (text, '-');
  for (guint i = 0; i < section->tokens->len; i++)
    {
      const Token *token = &g_array_index (section->tokens, Token, i);

      if (token->kind == TOKEN_LITERAL)
        g_string_append (text, token->literal);
      else if (token->kind == TOKEN_NUMBER)
        append_number (text, section, fabs (value));
      else
        {
          g_autofree char *plain = dup_plain (fabs (value));

          g_string_append (text, plain);
        }
      shown = TRUE;
    }
  return shown ? g_strdup (g_strstrip (text->str)) : dup_plain (value);
}

static void
append_date_part (GString *text, const Token *token, LtDay day, int second)
{
  int year, month, day_of_month;
  guint width = MIN (token->width, 2);

  if (!lt_day_to_ymd (day, &year, &month, &day_of_month))
    return;
  switch (token->kind)
    {
    case TOKEN_YEAR:
      g_string_append_printf (text, "%d", year);
      break;
    case TOKEN_MONTH:
      g_string_append_printf (text, "%0*d", token->width > 2 ? 1 : (int) width, month);
      break;
    case TOKEN_DAY:
      g_string_append_printf (text, "%0*d", (int) width, day_of_month);
      break;
    case TOKEN_HOUR:
      g_string_append_printf (text, "%0*d", (int) width, second / 3600);
      break;
    case TOKEN_MINUTE:
      g_string_append_printf (text, "%0*d", (int) width, second / 60 % 60);
      break;
    case TOKEN_SECOND:
      g_string_append_printf (text, "%0*d", (int) width, second % 60);
      break;
    case TOKEN_LITERAL:
      g_string_append (text, token->literal);
      break;
    case TOKEN_NUMBER:
    case TOKEN_GENERAL:
    case TOKEN_TEXT:
    default:
      break;
    }
}

/* Day before month before year, in figures. */
static gboolean
has_our_order (const Section *section)
{
  int last = -1;

  for (guint i = 0; i < section->tokens->len; i++)
    {
      const Token *token = &g_array_index (section->tokens, Token, i);
      int rank = token->kind == TOKEN_DAY ? 0 : token->kind == TOKEN_MONTH ? 1 : token->kind == TOKEN_YEAR ? 2 : -1;

      if (rank < 0)
        continue;
      if (rank <= last || (rank < 2 && token->width > 2))
        return FALSE;
      last = rank;
    }
  return TRUE;
}

static char *
show_date (const Section *section, LtDay day, int second)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean whole_day = section->has_day && section->has_month && section->has_year;
  gboolean ours = has_our_order (section);
  int year, month, day_of_month;

  if (!section->has_letters && !ours && lt_day_to_ymd (day, &year, &month, &day_of_month))
    {
      if (whole_day)
        {
          g_autofree char *official = lt_day_dup_official (day);

          return second == 0 || !section->has_time
                   ? g_steal_pointer (&official)
                   : g_strdup_printf ("%s %02d:%02d", official, second / 3600, second / 60 % 60);
        }
      if (section->has_month && !section->has_time)
        return section->has_year ? g_strdup_printf ("%d/%d", month, year)
                                 : g_strdup_printf ("%02d/%d", day_of_month, month);
    }
  for (guint i = 0; i < section->tokens->len; i++)
    {
      const Token *token = &g_array_index (section->tokens, Token, i);

      /* Midnight is no hour that anybody means. */
      if (token->kind == TOKEN_HOUR && whole_day && second == 0 && !section->has_letters)
        break;
      append_date_part (text, token, day, second);
    }
  return g_strdup (g_strstrip (text->str));
}

void
lt_number_format_show (const LtNumberFormat *self, double value, gboolean epoch_1904,
                       LtShownNumber *shown)
{
  const Section *section = pick_section (self, value);
  double whole = floor (value);
  LtDay day = LT_DAY_NONE;

  shown->kind = LT_CELL_NUMBER;
  shown->value = value;
  if (is_date (section) && value >= 0 && value < G_MAXINT32)
    {
      day = (LtDay) whole - (epoch_1904 ? OFFSET_1904 : OFFSET_1900);
      if (!epoch_1904 && whole < LEAP_DAY_1900)
        day++;
      if (!lt_day_to_ymd (day, NULL, NULL, NULL))
        day = LT_DAY_NONE;
    }
  if (day != LT_DAY_NONE)
    {
      shown->text = show_date (section, day, (int) lround ((value - whole) * SECONDS_A_DAY));
      if (section->has_day && section->has_month && section->has_year)
        {
          shown->kind = LT_CELL_DAY;
          shown->value = day;
        }
      return;
    }
  shown->text = is_date (section) ? dup_plain (value) : show_number (self, section, value);
}
