/* SPDX-License-Identifier: MIT */
#include "chart/lt-page-options.h"

#include "report/lt-attachment-line.h"

#define MARGIN_MM 12.0

void
lt_page_options_init (LtPageOptions *options)
{
  *options = (LtPageOptions) { .fit = LT_PAGE_FIT_EXACTLY, .across = 1, .down = 1 };
  lt_page_setup_init (&options->setup, LT_PAPER_A4, TRUE, LT_MARGINS_WIDE);
  options->setup.top = options->setup.bottom = MARGIN_MM;
}

void
lt_page_heading_init (LtPageHeading *self, const char *what, LtPlan *plan, const char *subset,
                      LtCoordinationGraph *graph)
{
  g_autofree char *day = lt_day_dup_official (lt_coordination_graph_get_as_of (graph));

  self->title = plan != NULL && *lt_plan_get_title (plan) != '\0'
                    ? g_strdup_printf ("%s\n%s", what, lt_plan_get_title (plan))
                    : g_strdup (what);
  self->issue = plan != NULL ? lt_attachment_line_dup (plan, TRUE) : g_strdup ("");
  self->subset = subset != NULL ? g_strdup_printf ("Chỉ gồm nhiệm vụ %s", subset) : g_strdup ("");
  self->note = g_strdup_printf ("%s, tính đến ngày %s",
                                lt_coordination_graph_get_names (graph) == LT_NAMES_TODAY
                                    ? "Tên hiện nay" : "Tên lúc ban hành",
                                day);
}

void
lt_page_heading_copy (LtPageHeading *self, const LtPageHeading *other)
{
  self->title = g_strdup (other->title);
  self->issue = g_strdup (other->issue);
  self->subset = g_strdup (other->subset);
  self->note = g_strdup (other->note);
}

void
lt_page_heading_clear (LtPageHeading *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->issue, g_free);
  g_clear_pointer (&self->subset, g_free);
  g_clear_pointer (&self->note, g_free);
}
