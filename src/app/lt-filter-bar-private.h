/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-filter-bar.h"
#include "plan/lt-filter.h"

G_BEGIN_DECLS

#define LT_FILTER_N_STATES (LT_STATE_CANCELLED + 1)
#define LT_FILTER_N_TIMELINESS (LT_TIMELINESS_DONE_LATE + 1)

struct _LtFilterBar
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtPlan *plan;
  LtFilter *filter; /* of the document; NULL without one */
  gboolean updating; /* what the controls say comes from the filter, not from a person */

  GtkMenuButton *agency_button;
  GtkEditable *agency_search;
  GtkListBox *agency_list;
  GtkCheckButton *with_coordination;
  GtkMenuButton *state_button;
  GtkBox *state_box;
  GtkCheckButton *state_checks[LT_FILTER_N_STATES];
  GtkSpinButton *least_percent;
  GtkSpinButton *most_percent;
  GtkMenuButton *time_button;
  GtkBox *time_box;
  GtkCheckButton *time_checks[LT_FILTER_N_TIMELINESS];
  GtkEditable *due_first;
  GtkEditable *due_last;
  GtkWidget *clear_button;
};

/* lt-filter-bar-agencies.c: the list of agencies. */
void _lt_filter_bar_add_agencies    (LtFilterBar *self);
void _lt_filter_bar_update_agencies (LtFilterBar *self);

/* As of which work counts as late; never LT_DAY_NONE. */
LtDay _lt_filter_bar_get_day        (LtFilterBar *self);

G_END_DECLS
