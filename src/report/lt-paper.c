/* SPDX-License-Identifier: MIT */
#include "report/lt-paper.h"

static const struct {
  const char *nick;
  double width;
  double height;
} papers[] = {
  [LT_PAPER_A4] = { "a4", 210, 297 },
  [LT_PAPER_A3] = { "a3", 297, 420 },
};

void
lt_page_setup_init (LtPageSetup *setup, LtPaper paper, gboolean landscape, LtMargins margins)
{
  setup->paper = paper;
  setup->landscape = landscape;
  setup->top = 20;
  setup->bottom = 20;
  setup->left = margins == LT_MARGINS_DECREE ? 30 : 12;
  setup->right = margins == LT_MARGINS_DECREE ? 15 : 12;
}

void
lt_page_setup_get_size (const LtPageSetup *setup, double *width, double *height)
{
  double narrow = papers[setup->paper].width * LT_POINTS_PER_MM;
  double tall = papers[setup->paper].height * LT_POINTS_PER_MM;

  *width = setup->landscape ? tall : narrow;
  *height = setup->landscape ? narrow : tall;
}

void
lt_page_setup_get_inner (const LtPageSetup *setup, double *width, double *height)
{
  lt_page_setup_get_size (setup, width, height);
  *width -= (setup->left + setup->right) * LT_POINTS_PER_MM;
  *height -= (setup->top + setup->bottom) * LT_POINTS_PER_MM;
}

const char *
lt_paper_get_nick (LtPaper paper)
{
  g_return_val_if_fail ((guint) paper < G_N_ELEMENTS (papers), NULL);
  return papers[paper].nick;
}

gboolean
lt_paper_from_nick (const char *nick, LtPaper *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (nick, papers[i].nick) == 0)
      {
        *paper = (LtPaper) i;
        return TRUE;
      }
  return FALSE;
}
