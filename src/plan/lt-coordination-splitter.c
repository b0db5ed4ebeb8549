/* SPDX-License-Identifier: MIT */
#include "plan/lt-coordination-private.h"

#include <string.h>

typedef struct {
  const LtCell *cell;
  LtCellFindName find_name;
  gpointer data;
  GArray *pieces;

  /* "Sở" of "Sở Y tế, Tư pháp" or of "các Sở: …". */
  guint head;
  guint n_head;
  gboolean all_share_head; /* it stood before a colon */
} Splitter;

/* What is known of the piece at hand. */
typedef struct {
  guint first;
  guint own_head; /* tokens of the title and the head word that it begins with */
  gboolean list;  /* kinds of agencies, one behind the other: commas go on */
  gboolean local; /* … of places only: "UBND các quận, huyện" */
  gboolean group;
  gboolean takes_trade;
  gboolean closed; /* "liên quan" ended the list */
  gboolean shares_head;
  guint noun;      /* the first kind of the list */
  guint known;     /* where a name of the registry ends; 0 if there is none */
  guint field_end; /* where a field behind the head ends; 0 if there is none */
} Piece;

static const LtCellToken *
get_token (const Splitter *splitter, guint place)
{
  return &splitter->cell->tokens[place];
}

static gboolean
has_flag (const Splitter *splitter, guint place, int flag)
{
  const LtCellToken *token = get_token (splitter, place);

  return token->n_value > 0 && (token->value & flag) != 0;
}

static guint
get_n_value (const Splitter *splitter, guint place)
{
  return get_token (splitter, place)->n_value;
}

static gboolean
is_head (const Splitter *splitter, guint place)
{
  return has_flag (splitter, place, LT_CELL_HEAD)
         && (!has_flag (splitter, place, LT_CELL_CAPITAL) || get_token (splitter, place)->capital);
}

static gboolean
is_boundary (const Splitter *splitter, guint place)
{
  LtCellTokenKind kind = get_token (splitter, place)->kind;

  return kind != LT_CELL_WORD && kind != LT_CELL_SIGN;
}

static guint
find_known (const Splitter *splitter, guint place)
{
  return splitter->find_name == NULL
           ? 0
           : splitter->find_name (splitter->cell, place, splitter->data);
}

static gboolean
is_number (const Splitter *splitter, guint place)
{
  return g_ascii_isdigit (splitter->cell->text[get_token (splitter, place)->start]);
}

/* A number in figures or Roman ones: nobody is called that alone. */
static gboolean
is_numeral (const Splitter *splitter, guint place)
{
  const LtCellToken *token = get_token (splitter, place);
  const char *text = splitter->cell->text + token->start;
  gsize length = token->end - token->start;

  return token->kind == LT_CELL_WORD && length > 0
         && (strspn (text, "IVX") >= length || strspn (text, "0123456789") >= length);
}

/* A kind of agency, not the beginning of a name: "sở" of "các sở, ngành" but not
 * of "Sở Y tế", "quận" of "các quận" but not of "quận Lê Chân". */
static gboolean
is_noun (const Splitter *splitter, guint place)
{
  guint next = place + get_n_value (splitter, place);

  if (!has_flag (splitter, place, LT_CELL_NOUN))
    return FALSE;
  if (is_boundary (splitter, next) || has_flag (splitter, next, LT_CELL_QUALIFIER))
    return TRUE;
  /* "Hiệp hội Doanh nghiệp" has them in its name. */
  if (has_flag (splitter, next, LT_CELL_NOUN) && !is_head (splitter, next))
    return !(is_head (splitter, place) && get_token (splitter, next)->capital
             && has_flag (splitter, next, LT_CELL_TRADE));
  if (has_flag (splitter, place, LT_CELL_LOCAL))
    return !get_token (splitter, next)->capital && !is_number (splitter, next);
  return !has_flag (splitter, place, LT_CELL_HEAD);
}

/* Whether a new agency may begin here, as against a name going on. */
static gboolean
begins_agency (const Splitter *splitter, guint place)
{
  return is_head (splitter, place)
         || has_flag (splitter, place, LT_CELL_PLURAL | LT_CELL_TITLE)
         || (has_flag (splitter, place, LT_CELL_LEAD) && !has_flag (splitter, place, LT_CELL_NOUN))
         || find_known (splitter, place) > 0
         || _lt_cell_match_name (splitter->cell, place) > 1;
}

static guint
skip_title (const Splitter *splitter, guint place)
{
  return has_flag (splitter, place, LT_CELL_TITLE) ? place + get_n_value (splitter, place) : place;
}

/* "Các Sở Y tế, Tư pháp": no group but several, with the word said once. */
static gboolean
is_shared_plural (const Splitter *splitter, guint place)
{
  guint head = place + get_n_value (splitter, place);
  guint field = head + get_n_value (splitter, head);
  guint end;

  if (!has_flag (splitter, place, LT_CELL_PLURAL) || !has_flag (splitter, head, LT_CELL_FIELDS))
    return FALSE;
  end = field + _lt_cell_match_field (splitter->cell, field);
  return end > field
         && (get_token (splitter, end)->kind == LT_CELL_COMMA
             || get_token (splitter, end)->kind == LT_CELL_AND)
         && _lt_cell_match_field (splitter->cell, end + 1) > 0;
}

/* A "Sở" that nothing follows. */
static gboolean
is_lone_head (const Splitter *splitter, guint place)
{
  LtCellTokenKind kind = get_token (splitter, place + get_n_value (splitter, place))->kind;

  return has_flag (splitter, place, LT_CELL_HEAD) && kind != LT_CELL_WORD && kind != LT_CELL_COMMA
         && kind != LT_CELL_AND && kind != LT_CELL_SLASH && kind != LT_CELL_DASH;
}

static void
note_noun (const Splitter *splitter, guint place, Piece *piece)
{
  if (has_flag (splitter, place, LT_CELL_OPEN_NOUN | LT_CELL_TRADE))
    piece->takes_trade = TRUE;
}

static Piece
begin_piece (const Splitter *splitter, guint first)
{
  Piece piece = { .first = first, .noun = first };
  guint place = skip_title (splitter, first);
  guint after;

  if (has_flag (splitter, place, LT_CELL_PLURAL))
    {
      piece.noun = place + get_n_value (splitter, place);
      piece.own_head = piece.noun - first;
      piece.list = piece.group = TRUE;
      return piece;
    }
  if (is_noun (splitter, place) && !has_flag (splitter, place, LT_CELL_CITY)
      && !is_lone_head (splitter, place))
    {
      piece.noun = place;
      piece.list = piece.group = TRUE;
      return piece;
    }
  if (!is_head (splitter, place))
    {
      guint field = _lt_cell_match_field (splitter->cell, first);

      piece.own_head = place - first;
      piece.shares_head = splitter->n_head > 0 && (field > 0 || splitter->all_share_head);
      piece.field_end = field > 0 ? first + field : 0;
      return piece;
    }

  after = place + get_n_value (splitter, place);
  piece.own_head = after - first;
  if (has_flag (splitter, place, LT_CELL_FIELDS))
    {
      guint field = _lt_cell_match_field (splitter->cell, after);

      piece.field_end = field > 0 ? after + field : 0;
    }
  if (has_flag (splitter, after, LT_CELL_PLURAL))
    {
      after += get_n_value (splitter, after);
      piece.list = is_noun (splitter, after);
      piece.local = has_flag (splitter, after, LT_CELL_LOCAL);
      piece.group = piece.local;
    }
  else
    {
      /* "UBND 03 xã" */
      guint local = is_number (splitter, after) ? after + 1 : after;

      if (has_flag (splitter, local, LT_CELL_LOCAL) && !has_flag (splitter, local, LT_CELL_CITY)
          && is_noun (splitter, local))
        piece.list = piece.local = piece.group = TRUE;
    }
  return piece;
}

/* "Trung tâm Văn hóa, Thông tin và Thể thao": a name of three short parts, the
 * first of which is no field of its own. */
static gboolean
is_name_of_three (const Splitter *splitter, const Piece *piece, guint comma)
{
  guint place = skip_title (splitter, piece->first);
  guint second_end;

  if (!has_flag (splitter, place, LT_CELL_FIELDS) || piece->field_end == comma
      || get_token (splitter, comma)->kind != LT_CELL_COMMA
      || comma - piece->first - piece->own_head > 3 || comma == piece->first + piece->own_head
      || get_token (splitter, comma - 1)->capitals)
    return FALSE;
  for (second_end = comma + 1; get_token (splitter, second_end)->kind == LT_CELL_WORD; second_end++)
    {
      if (get_token (splitter, second_end)->capitals || begins_agency (splitter, second_end))
        return FALSE;
    }
  return get_token (splitter, second_end)->kind == LT_CELL_AND && second_end - comma <= 4
         && get_token (splitter, second_end + 1)->kind == LT_CELL_WORD
         && !get_token (splitter, second_end + 1)->capitals
         && !begins_agency (splitter, second_end + 1);
}

/* "Ban Chỉ đạo CCHC, CĐS&ĐA06/CP", "Ban Chỉ đạo về phát triển KHCN, ĐMST": what a
 * committee is for, in abbreviations. */
static gboolean
is_committee_list (const Splitter *splitter, const Piece *piece, guint place, guint next)
{
  if (!has_flag (splitter, piece->first, LT_CELL_COMMITTEE)
      || !get_token (splitter, place - 1)->capitals || !get_token (splitter, next)->capitals)
    return FALSE;
  if (place == piece->first + piece->own_head + 1)
    return TRUE;
  for (guint i = piece->first + piece->own_head; i < place; i++)
    {
      if (has_flag (splitter, i, LT_CELL_ABOUT))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_same_word (const Splitter *splitter, guint a, guint b)
{
  const LtCellToken *first = get_token (splitter, a);
  const LtCellToken *second = get_token (splitter, b);

  return a != b && first->n_value == second->n_value && first->value == second->value
         && g_strcmp0 (first->key, second->key) == 0;
}

/* "sở y tế", as against "sở" in a list of kinds. */
static gboolean
has_field_behind (const Splitter *splitter, guint place)
{
  return has_flag (splitter, place, LT_CELL_FIELDS)
         && _lt_cell_match_field (splitter->cell, place + get_n_value (splitter, place)) > 0;
}

/* Whether a list of kinds ("các Sở, ban, ngành") ends at a sign with @next behind it. */
static gboolean
list_ends (const Splitter *splitter, Piece *piece, guint next)
{
  if (has_flag (splitter, next, LT_CELL_NOUN)
      && (is_noun (splitter, next)
          || (piece->local && has_flag (splitter, next, LT_CELL_LOCAL))
          || (!get_token (splitter, next)->capital && !has_field_behind (splitter, next))))
    {
      if (piece->closed || is_same_word (splitter, next, piece->noun))
        return TRUE;
      if (piece->local && !has_flag (splitter, next, LT_CELL_LOCAL))
        return TRUE;
      if (has_flag (splitter, next, LT_CELL_TRADE) && !piece->takes_trade)
        return TRUE;
      note_noun (splitter, next, piece);
      return FALSE;
    }
  return begins_agency (splitter, next) || get_token (splitter, next)->capital;
}

/* "VNPT và Viettel", "Tập đoàn VNPT và Viettel": such names have no "và" in them. */
static gboolean
is_brand (const Splitter *splitter, const Piece *piece, guint place)
{
  guint name = place - 1;

  if (piece->own_head > 0 && !has_flag (splitter, piece->first, LT_CELL_TRADE))
    return FALSE;
  return name == piece->first + piece->own_head
         && (get_token (splitter, name)->capitals || piece->own_head == 0);
}

/* "Ban Tôn giáo - Sở Nội vụ": a department of it, as against "Sở Y tế - Sở Tư pháp". */
static gboolean
is_part_of (const Splitter *splitter, guint first, guint next)
{
  return has_flag (splitter, first, LT_CELL_FIELDS) && !is_same_word (splitter, first, next);
}

/* "… cấp huyện, cấp xã": whether the word that ends ahead of @place is a rung of a ladder. */
static gboolean
is_behind_level (const Splitter *splitter, guint place)
{
  for (guint n = 1; n <= 2 && n <= place; n++)
    {
      if (has_flag (splitter, place - n, LT_CELL_LEVEL) && get_n_value (splitter, place - n) == n)
        return TRUE;
    }
  return FALSE;
}

/* "Cổng Thông tin điện tử thành phố và …": the city ends a name, unless it is one of a list. */
static gboolean
is_behind_city (const Splitter *splitter, const Piece *piece, guint place)
{
  for (guint n = 1; n <= 2 && place - n > piece->first + piece->own_head; n++)
    {
      if (has_flag (splitter, place - n, LT_CELL_CITY) && get_n_value (splitter, place - n) == n)
        return TRUE;
    }
  return FALSE;
}

/* "Hội Nông dân - Hội Cựu chiến binh - Đoàn Thanh niên": the same word twice makes a list of them. */
static gboolean
is_next_of_dashes (const Splitter *splitter, const Piece *piece, guint next)
{
  return is_same_word (splitter, next, piece->first)
         || (piece->first >= 2 && get_token (splitter, piece->first - 1)->kind == LT_CELL_DASH);
}

/* Whether a name ends at the sign at @place, with @next the word behind it. */
static gboolean
name_ends (const Splitter *splitter, const Piece *piece, guint place, guint next)
{
  LtCellTokenKind kind = get_token (splitter, place)->kind;
  const LtCellToken *token = get_token (splitter, next);
  guint after = next + get_n_value (splitter, next);
  gboolean bare = place == piece->first + piece->own_head;

  if (kind == LT_CELL_DASH)
    return get_token (splitter, place)->gap && token->capital && is_head (splitter, next)
           && is_head (splitter, piece->first) && !bare
           && (is_next_of_dashes (splitter, piece, next)
               || (!has_flag (splitter, next, LT_CELL_CAPITAL) && has_flag (splitter, next, LT_CELL_NOUN)
                   && !is_part_of (splitter, piece->first, next)));
  if (piece->known == place)
    return TRUE;
  /* "khu vực I, II, III" */
  if (is_numeral (splitter, next) && is_boundary (splitter, next + 1))
    return FALSE;
  /* "Sở VH,TT&DL" */
  if (kind == LT_CELL_COMMA && !token->gap && token->capitals && !begins_agency (splitter, next)
      && has_flag (splitter, piece->first, LT_CELL_FIELDS)
      && place == piece->first + piece->own_head + 1 && get_token (splitter, place - 1)->capitals)
    return FALSE;
  if (begins_agency (splitter, next))
    {
      /* "UBND và Công an các quận, huyện" */
      if (kind == LT_CELL_AND && bare && is_head (splitter, next)
          && !has_flag (splitter, place - 1, LT_CELL_PLACED)
          && has_flag (splitter, after, LT_CELL_PLURAL | LT_CELL_LOCAL)
          && !has_flag (splitter, after, LT_CELL_CITY))
        return FALSE;
      return TRUE;
    }
  /* "Công chức Tư pháp, công chức Văn hóa" */
  if (kind == LT_CELL_COMMA && !bare && token->key != NULL && !is_noun (splitter, next)
      && g_strcmp0 (token->key, get_token (splitter, piece->first)->key) == 0)
    return TRUE;
  if (is_noun (splitter, next))
    return !(has_flag (splitter, next, LT_CELL_LEVEL) && is_behind_level (splitter, place));
  if (kind == LT_CELL_AND && is_behind_city (splitter, piece, place))
    return TRUE;
  if (kind == LT_CELL_SLASH)
    return FALSE;
  /* "quận Lê Chân và quận Ngô Quyền" */
  if (has_flag (splitter, next, LT_CELL_LOCAL))
    return TRUE;
  if (kind == LT_CELL_AND && get_token (splitter, place - 1)->kind != LT_CELL_COMMA)
    {
      if (piece->shares_head || (token->capitals && token->end - token->start > 2)
          || (token->capital && is_brand (splitter, piece, place)))
        return TRUE;
      return piece->field_end == place && _lt_cell_match_field (splitter->cell, next) > 0;
    }
  if (_lt_cell_match_field (splitter->cell, next) > 0)
    return !is_name_of_three (splitter, piece, place);
  if (!token->capital || is_committee_list (splitter, piece, place, next))
    return FALSE;
  return !is_name_of_three (splitter, piece, place);
}

static gboolean
is_bare (const Splitter *splitter, guint first, guint last)
{
  while (first < last)
    {
      if (!has_flag (splitter, first, LT_CELL_TITLE | LT_CELL_PLURAL) && !is_head (splitter, first))
        return FALSE;
      first += get_n_value (splitter, first);
    }
  return TRUE;
}

/* Lines are often broken inside a name. A new line is a new agency where the
 * one before could end and the next can begin. */
static gboolean
line_ends_piece (const Splitter *splitter, guint first, guint place)
{
  const LtCellToken *token = get_token (splitter, place);

  if (!token->new_line || is_bare (splitter, first, place)
      || (place > 0 && has_flag (splitter, place - 1, LT_CELL_PLURAL | LT_CELL_TITLE)))
    return FALSE;
  if (has_flag (splitter, place, LT_CELL_PLURAL))
    return TRUE;
  /* The second word of "Hải Phòng" may look like a head. */
  if (has_flag (splitter, place, LT_CELL_FIELDS)
      && is_boundary (splitter, place + get_n_value (splitter, place)))
    return FALSE;
  return (token->capital || !get_token (splitter, first)->capital)
         && (begins_agency (splitter, place) || is_noun (splitter, place));
}

/* A full stop, or that of "TP."? */
static gboolean
stop_ends_piece (const Splitter *splitter, guint place)
{
  const LtCellToken *before = get_token (splitter, place - 1);
  const LtCellToken *next = get_token (splitter, place + 1);

  if (next->kind != LT_CELL_WORD)
    return TRUE;
  if (!next->gap)
    return FALSE;
  if (before->kind == LT_CELL_WORD && (before->capitals || before->end - before->start <= 2))
    return begins_agency (splitter, place + 1) || is_noun (splitter, place + 1);
  return TRUE;
}

/* "các đơn vị phối hợp" is a group; in "các sở, ngành phối hợp" it is what they do. */
static gboolean
is_part_of_group (const Splitter *splitter, const Piece *piece, guint place)
{
  return piece->group && has_flag (splitter, place, LT_CELL_LEAD)
         && (has_flag (splitter, place - 1, LT_CELL_OPEN_NOUN)
             || (place >= 2 && has_flag (splitter, place - 2, LT_CELL_OPEN_NOUN)
                 && get_n_value (splitter, place - 2) == 2));
}

/* A trailing verb, or words like "phối hợp với" between two names. */
static gboolean
words_end_piece (const Splitter *splitter, const Piece *piece, guint place)
{
  guint next = place + get_n_value (splitter, place);

  if (place == piece->first)
    return FALSE;
  if (has_flag (splitter, place, LT_CELL_TAIL) && !is_part_of_group (splitter, piece, place)
      && (is_boundary (splitter, next) || has_flag (splitter, next, LT_CELL_LINK)))
    return TRUE;
  /* "Sở Y tế phối hợp Sở Tài chính" */
  return (has_flag (splitter, place, LT_CELL_LINK)
          || (has_flag (splitter, place, LT_CELL_LEAD) && has_flag (splitter, place, LT_CELL_TAIL)))
         && (begins_agency (splitter, next) || is_noun (splitter, next));
}

static guint
skip_signs (const Splitter *splitter, guint place)
{
  while (get_token (splitter, place)->kind == LT_CELL_COMMA
         || get_token (splitter, place)->kind == LT_CELL_AND
         || get_token (splitter, place)->kind == LT_CELL_SLASH
         || get_token (splitter, place)->kind == LT_CELL_DASH)
    place++;
  return place;
}

static guint
find_end (const Splitter *splitter, Piece *piece)
{
  guint place = piece->first;
  guint known = find_known (splitter, place);
  guint name = skip_title (splitter, piece->first);
  guint fixed = MAX (piece->first + piece->own_head, piece->field_end);

  fixed = MAX (fixed, name + _lt_cell_match_name (splitter->cell, name));

  note_noun (splitter, place, piece);
  if (known > 0 && piece->first + known >= fixed)
    {
      fixed = piece->first + known;
      /* A list may go on behind what the registry knows of it. */
      if (!piece->list)
        piece->known = fixed;
    }
  place = fixed;
  while (place < splitter->cell->n_tokens)
    {
      const LtCellToken *token = get_token (splitter, place);
      guint whole;
      guint next;

      if (token->inside && place > piece->first)
        {
          place++;
          continue;
        }
      switch ((int) token->kind)
        {
        case LT_CELL_SEMICOLON:
        case LT_CELL_COLON:
        case LT_CELL_BULLET:
        case LT_CELL_NOISE:
          return place;
        case LT_CELL_STOP:
          /* "VP. UBND" */
          if (place > piece->first + piece->own_head ? stop_ends_piece (splitter, place)
                                                     : is_boundary (splitter, place + 1))
            return place;
          place++;
          continue;
        case LT_CELL_COMMA:
        case LT_CELL_AND:
        case LT_CELL_SLASH:
        case LT_CELL_DASH:
          next = skip_signs (splitter, place);
          if (is_boundary (splitter, next)
              || (piece->list ? list_ends (splitter, piece, next)
                              : name_ends (splitter, piece, place, next)))
            return place;
          place = next;
          continue;
        case LT_CELL_WORD:
          break;
        default:
          place++;
          continue;
        }

      if (place > piece->first && line_ends_piece (splitter, piece->first, place))
        return place;
      if (words_end_piece (splitter, piece, place))
        return place;
      if (has_flag (splitter, place, LT_CELL_PLURAL)
          && is_noun (splitter, place + get_n_value (splitter, place)))
        {
          piece->list = TRUE;
          piece->noun = place + get_n_value (splitter, place);
          piece->local = has_flag (splitter, piece->noun, LT_CELL_LOCAL);
        }
      if (piece->list)
        note_noun (splitter, place, piece);
      piece->closed |= has_flag (splitter, place, LT_CELL_CLOSES);
      whole = MAX (_lt_cell_match_name (splitter->cell, place),
                   _lt_cell_match_field (splitter->cell, place));
      place += MAX (whole, 1);
    }
  return place;
}

/* "(chủ trì)" behind a name says its role and is no part of it. */
static guint
trim_role (const Splitter *splitter, guint first, guint last)
{
  guint open = last;
  guint place;

  if (last == first || get_token (splitter, last - 1)->kind != LT_CELL_CLOSE)
    return last;
  while (open > first && get_token (splitter, open - 1)->inside)
    open--;
  for (place = open + 1; place < last - 1; place += MAX (get_n_value (splitter, place), 1))
    {
      if (get_token (splitter, place)->kind != LT_CELL_COMMA
          && !has_flag (splitter, place, LT_CELL_LEAD | LT_CELL_TAIL))
        return last;
    }
  return open > first ? open : last;
}

/* "… tổ chức thực hiện", "… - cơ quan chủ trì" */
static gboolean
is_tail (const Splitter *splitter, const Piece *piece, guint place)
{
  if (has_flag (splitter, place, LT_CELL_TAIL))
    return !is_part_of_group (splitter, piece, place);
  return has_flag (splitter, place, LT_CELL_LEAD) && place > piece->first
         && get_token (splitter, place - 1)->kind == LT_CELL_DASH;
}

static guint
trim_tail (const Splitter *splitter, const Piece *piece, guint last)
{
  guint before;

  do
    {
      before = last;
      while (last > piece->first
             && (get_token (splitter, last - 1)->kind == LT_CELL_STOP
                 || get_token (splitter, last - 1)->kind == LT_CELL_SIGN
                 || get_token (splitter, last - 1)->kind == LT_CELL_DASH
                 || get_token (splitter, last - 1)->kind == LT_CELL_AND))
        last--;
      last = trim_role (splitter, piece->first, last);
      for (guint place = piece->first; place < last; place++)
        {
          if (place + get_n_value (splitter, place) == last && is_tail (splitter, piece, place))
            last = place;
        }
    }
  while (last < before);
  return last;
}

/* Everything ahead of the next name. */
static guint
skip_noise (Splitter *splitter, guint place)
{
  while (place < splitter->cell->n_tokens)
    {
      const LtCellToken *token = get_token (splitter, place);
      guint next = place + MAX (token->n_value, 1);

      if (token->kind == LT_CELL_SEMICOLON || token->kind == LT_CELL_BULLET
          || token->kind == LT_CELL_STOP)
        {
          splitter->n_head = 0;
          splitter->all_share_head = FALSE;
        }
      if (token->kind != LT_CELL_WORD && token->kind != LT_CELL_OPEN)
        {
          place++;
          continue;
        }
      if (token->kind == LT_CELL_OPEN)
        break;
      if (_lt_cell_match_field (splitter->cell, place) > 1 || find_known (splitter, place) > 0)
        break;
      if (has_flag (splitter, place, LT_CELL_LEAD)
          && (!has_flag (splitter, place, LT_CELL_NOUN)
              || get_token (splitter, next)->kind == LT_CELL_COLON))
        place = next;
      else if (has_flag (splitter, place, LT_CELL_TAIL) && is_boundary (splitter, next))
        place = next;
      else if (is_shared_plural (splitter, place))
        place = next;
      else
        break;
    }
  return place;
}

/* What stands before a colon is a heading: "Sở:", "Các sở, ngành:", "Khối Đảng:". */
static gboolean
take_heading (Splitter *splitter, const Piece *piece, guint last)
{
  guint place = skip_title (splitter, piece->first);

  if (has_flag (splitter, place, LT_CELL_PLURAL))
    place += get_n_value (splitter, place);
  if (is_head (splitter, place) || has_flag (splitter, place, LT_CELL_NOUN))
    {
      gboolean bare = place + get_n_value (splitter, place) == last;

      if (!bare && !piece->group)
        return FALSE;
      splitter->head = place;
      splitter->n_head = is_head (splitter, place) && (bare || piece->local)
                           ? get_n_value (splitter, place) : 0;
      splitter->all_share_head = splitter->n_head > 0;
      return TRUE;
    }
  splitter->n_head = 0;
  splitter->all_share_head = FALSE;
  return !find_known (splitter, piece->first);
}

/* "Phòng Giáo dục và Đào tạo các quận, huyện", "Tổ công tác các cấp", "bộ phận một cửa cấp xã". */
static gboolean
stands_for_many (const Splitter *splitter, guint first, guint last)
{
  for (guint place = first + 1; place < last; place += MAX (get_n_value (splitter, place), 1))
    {
      guint next = place + get_n_value (splitter, place);

      if (get_token (splitter, place)->inside)
        continue;
      if (has_flag (splitter, place, LT_CELL_EACH)
          || (next < last && has_flag (splitter, place, LT_CELL_PLURAL)
              && has_flag (splitter, next, LT_CELL_LOCAL)))
        return TRUE;
    }
  return FALSE;
}

static void
add_piece (Splitter *splitter, const Piece *piece, guint last)
{
  LtCellPiece found = {
    .first = piece->first,
    .last = last,
    .group = piece->group || stands_for_many (splitter, piece->first, last),
  };

  if (piece->shares_head)
    {
      found.head = splitter->head;
      found.n_head = splitter->n_head;
    }
  else
    {
      guint head = skip_title (splitter, piece->first);

      splitter->head = head;
      splitter->n_head = has_flag (splitter, head, LT_CELL_FIELDS) && !piece->group
                           ? get_n_value (splitter, head) : 0;
      splitter->all_share_head = FALSE;
    }
  g_array_append_val (splitter->pieces, found);
}

GArray *
_lt_cell_split (const LtCell *cell, LtCellFindName find_name, gpointer data)
{
  Splitter splitter = {
    .cell = cell,
    .find_name = find_name,
    .data = data,
    .pieces = g_array_new (FALSE, FALSE, sizeof (LtCellPiece)),
  };
  guint place = 0;

  while ((place = skip_noise (&splitter, place)) < cell->n_tokens)
    {
      Piece piece = begin_piece (&splitter, place);
      guint end = find_end (&splitter, &piece);
      guint last;

      end = MAX (end, place + 1);
      last = trim_tail (&splitter, &piece, end);
      place = end;
      if (get_token (&splitter, end)->kind == LT_CELL_COLON
          && take_heading (&splitter, &piece, end))
        continue;
      if (last > piece.first)
        add_piece (&splitter, &piece, last);
    }
  return splitter.pieces;
}
