/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/lt-draw.h"

/* More would be a slip of the hand. */
#define PAGES_ASIDE_MAX 999

gboolean
lt_draw_read_paper (LtArguments *arguments, LtPageSetup *setup, GError **error)
{
  const char *nick = lt_arguments_get_text (arguments, "paper");
  gboolean portrait = lt_arguments_get_flag (arguments, "portrait");
  LtPaper paper = LT_PAPER_A4;
  double margin = setup->top;

  if (nick != NULL && !lt_paper_from_nick (nick, &paper))
    {
      g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE, _("--paper is a4 or a3, not “%s”."), nick);
      return FALSE;
    }
  if (portrait && lt_arguments_get_flag (arguments, "landscape"))
    {
      g_set_error_literal (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
                           _("--landscape and --portrait exclude each other."));
      return FALSE;
    }
  lt_page_setup_init (setup, paper, !portrait, LT_MARGINS_WIDE);
  setup->top = setup->bottom = margin;
  return TRUE;
}

gboolean
lt_draw_names_paper (LtArguments *arguments)
{
  return lt_arguments_get_text (arguments, "paper") != NULL || lt_arguments_get_flag (arguments, "landscape")
         || lt_arguments_get_flag (arguments, "portrait");
}

/* "2x3" */
static gboolean
read_grid (const char *words, guint *across, guint *down)
{
  g_auto (GStrv) parts = g_strsplit (words, "x", 3);
  int width;
  int height;

  if (g_strv_length (parts) != 2 || !lt_arguments_read_count (parts[0], &width)
      || !lt_arguments_read_count (parts[1], &height) || width < 1 || height < 1
      || width > PAGES_ASIDE_MAX || height > PAGES_ASIDE_MAX)
    return FALSE;
  *across = (guint) width;
  *down = (guint) height;
  return TRUE;
}

gboolean
lt_draw_read_pages (LtArguments *arguments, LtPageFit *fit, guint *across, guint *down, GError **error)
{
  static const char at_most[] = "atmost:";
  static const struct {
    const char *words;
    LtPageFit fit;
  } plain[] = {
    { "true", LT_PAGE_FIT_TRUE },
    { "width", LT_PAGE_FIT_WIDTH },
    { "sheet", LT_PAGE_FIT_SHEET },
  };
  const char *words = lt_arguments_get_text (arguments, "pages");
  gboolean exactly;

  for (guint i = 0; words != NULL && i < G_N_ELEMENTS (plain); i++)
    if (strcmp (words, plain[i].words) == 0)
      {
        *fit = plain[i].fit;
        return TRUE;
      }
  if (words == NULL)
    return TRUE;
  exactly = !g_str_has_prefix (words, at_most);
  *fit = exactly ? LT_PAGE_FIT_EXACTLY : LT_PAGE_FIT_AT_MOST;
  if (read_grid (exactly ? words : words + strlen (at_most), across, down))
    return TRUE;
  g_set_error (error, LT_CLI_ERROR, LT_CLI_ERROR_USAGE,
               _("--pages is width, true, sheet, 1x1 or another number of pages across and "
                 "down, or atmost:2x3, not “%s”."),
               words);
  return FALSE;
}
