/* SPDX-License-Identifier: MIT */
#include "exchange/lt-html-style.h"

#include <string.h>

#define RULES_MAX 20000
#define NAME_BYTES_MAX 100

static const LtHtmlStyle nothing = LT_HTML_STYLE_NONE;

static gboolean
is_word (const char *text, gsize length, const char *word)
{
  return length == strlen (word) && g_ascii_strncasecmp (text, word, length) == 0;
}

static void
trim (const char **text, gsize *length)
{
  while (*length > 0 && g_ascii_isspace (**text))
    {
      ++*text;
      --*length;
    }
  while (*length > 0 && g_ascii_isspace ((*text)[*length - 1]))
    --*length;
}

static void
read_weight (LtHtmlStyle *self, const char *value, gsize length)
{
  if (is_word (value, length, "bold") || is_word (value, length, "bolder"))
    self->bold = TRUE;
  else if (length > 0 && g_ascii_isdigit (*value))
    self->bold = length >= 3 && *value >= '6';
  else
    self->bold = FALSE;
}

/* The first of a list of fonts. */
static void
read_family (LtHtmlStyle *self, const char *value, gsize length)
{
  gsize n = 0;
  char name[NAME_BYTES_MAX];

  while (length > 0 && (*value == '"' || *value == '\'' || g_ascii_isspace (*value)))
    {
      value++;
      length--;
    }
  while (n < length && n + 1 < sizeof name && strchr ("\"',", value[n]) == NULL)
    n++;
  memcpy (name, value, n);
  name[n] = '\0';
  if (n > 0)
    self->legacy = (gint8) lt_legacy_from_font (name);
}

static void
read_list (LtHtmlStyle *self, const char *value, gsize length)
{
  static const struct {
    const char *name;
    const char *kind;
  } kinds[] = {
    { "decimal", "decimal" },         { "lower-alpha", "lowerLetter" }, { "lower-latin", "lowerLetter" },
    { "upper-alpha", "upperLetter" }, { "upper-latin", "upperLetter" }, { "lower-roman", "lowerRoman" },
    { "upper-roman", "upperRoman" },  { "disc", "bullet" },             { "circle", "bullet" },
    { "square", "bullet" },           { "none", "none" },               { "decimal-leading-zero", "decimalZero" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_word (value, length, kinds[i].name))
      self->list = kinds[i].kind;
}

static void
read_declaration (LtHtmlStyle *self, const char *text, gsize length)
{
  const char *colon = memchr (text, ':', length);
  const char *name = text;
  const char *value;
  gsize name_length, value_length;

  if (colon == NULL)
    return;
  name_length = (gsize) (colon - text);
  value = colon + 1;
  value_length = length - name_length - 1;
  trim (&name, &name_length);
  trim (&value, &value_length);
  if (is_word (name, name_length, "font-weight"))
    read_weight (self, value, value_length);
  else if (is_word (name, name_length, "font-family"))
    read_family (self, value, value_length);
  else if (is_word (name, name_length, "display"))
    self->hidden = is_word (value, value_length, "none");
  else if (is_word (name, name_length, "visibility"))
    self->hidden = is_word (value, value_length, "hidden");
  else if (is_word (name, name_length, "mso-hide"))
    self->hidden = is_word (value, value_length, "all");
  else if (is_word (name, name_length, "text-transform"))
    self->capitals = is_word (value, value_length, "uppercase");
  else if (is_word (name, name_length, "list-style-type"))
    read_list (self, value, value_length);
}

void
lt_html_style_read (LtHtmlStyle *self, const char *declarations, gsize length)
{
  const char *end = declarations + length;

  while (declarations < end)
    {
      const char *next = memchr (declarations, ';', (gsize) (end - declarations));

      if (next == NULL)
        next = end;
      read_declaration (self, declarations, (gsize) (next - declarations));
      declarations = next + 1;
    }
}

static void
cover (gint8 *own, gint8 over)
{
  if (over >= 0)
    *own = over;
}

void
lt_html_style_cover (LtHtmlStyle *self, const LtHtmlStyle *over)
{
  cover (&self->bold, over->bold);
  cover (&self->hidden, over->hidden);
  cover (&self->legacy, over->legacy);
  cover (&self->capitals, over->capitals);
  if (over->list != NULL)
    self->list = over->list;
}

static void
add_rule (GHashTable *rules, const char *selector, gsize length, const LtHtmlStyle *style)
{
  const char *point;
  g_autofree char *name = NULL;
  LtHtmlStyle *known;

  trim (&selector, &length);
  point = memchr (selector, '.', length);
  if (point != NULL)
    {
      length -= (gsize) (point - selector);
      selector = point;
    }
  if (length == 0 || length > NAME_BYTES_MAX || g_hash_table_size (rules) >= RULES_MAX)
    return;
  /* Places in a tree and states under the mouse are another matter. */
  for (gsize i = point != NULL ? 1 : 0; i < length; i++)
    if (!g_ascii_isalnum (selector[i]) && selector[i] != '-' && selector[i] != '_')
      return;
  name = point != NULL ? g_strndup (selector, length) : g_ascii_strdown (selector, (gssize) length);
  known = g_hash_table_lookup (rules, name);
  if (known == NULL)
    {
      known = g_new (LtHtmlStyle, 1);
      *known = nothing;
      g_hash_table_insert (rules, g_steal_pointer (&name), known);
    }
  lt_html_style_cover (known, style);
}

/* Without comments of CSS, and without those of HTML that hid style sheets from old browsers. */
static char *
dup_without_comments (const char *text)
{
  GString *clean = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = NULL;

      if (g_str_has_prefix (text, "/*"))
        {
          end = strstr (text + 2, "*/");
          text = end != NULL ? end + 2 : text + strlen (text);
        }
      else if (g_str_has_prefix (text, "<!--"))
        text += 4;
      else if (g_str_has_prefix (text, "-->"))
        text += 3;
      else
        g_string_append_c (clean, *text++);
    }
  return g_string_free (clean, FALSE);
}

static const char *
find_end_of_block (const char *at)
{
  guint depth = 0;

  for (; *at != '\0'; at++)
    {
      if (*at == '{')
        depth++;
      else if (*at == '}' && --depth == 0)
        return at;
    }
  return at;
}

void
lt_html_style_read_sheet (GHashTable *rules, const char *text)
{
  g_autofree char *clean = dup_without_comments (text);
  const char *at = clean;
  const char *open;

  while ((open = strchr (at, '{')) != NULL)
    {
      const char *end = find_end_of_block (open);
      LtHtmlStyle style = nothing;

      while (g_ascii_isspace (*at))
        at++;
      if (*at != '@')
        {
          lt_html_style_read (&style, open + 1, (gsize) (end - open - 1));
          while (at < open)
            {
              const char *comma = memchr (at, ',', (gsize) (open - at));
              const char *next = comma != NULL ? comma : open;

              add_rule (rules, at, (gsize) (next - at), &style);
              at = next + 1;
            }
        }
      if (*end == '\0')
        return;
      at = end + 1;
    }
}
