/* SPDX-License-Identifier: MIT */
#include "app/lt-report-view.h"

#include <glib/gi18n-lib.h>

#include "app/lt-day-button.h"
#include "app/lt-export-job.h"
#include "app/lt-feedback.h"
#include "app/lt-file-choice.h"
#include "app/lt-file-name.h"
#include "app/lt-page-browser.h"
#include "app/lt-print.h"
#include "app/lt-view-state.h"
#include "plan/lt-agency-use.h"
#include "text/lt-text.h"

struct _LtReportView
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtPlan *plan;
  LtPages *shown;        /* of the report as it is chosen; NULL while they are made */
  GCancellable *layout;  /* NULL if nothing is being laid out */
  GCancellable *writing; /* NULL unless a file is being written */
  char *path;            /* of that file */
  char *suffix;          /* of what is to be exported, while somebody chooses where */
  GPtrArray *agencies;   /* (element-type char): names, as the drop-down lists them behind "all" */
  guint update;          /* idle source */
  gboolean outdated;

  GtkListBox *reports;
  GtkWidget *options;
  GtkWidget *as_of_row;
  GtkWidget *period_row;
  GtkWidget *agency_row;
  GtkWidget *filled_row;
  GtkWidget *justified_row;
  GtkWidget *margins_row;
  LtDayButton *as_of;
  LtDayButton *from;
  LtDayButton *to;
  GtkDropDown *agency;
  GtkSwitch *filled;
  GtkSwitch *justified;
  GtkDropDown *margins;
  GtkStack *stack;
  AdwStatusPage *refusal;
  LtPageBrowser *browser;
  GtkSpinner *spinner;
};

static void lt_report_view_view_init (LtViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtReportView, lt_report_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_VIEW, lt_report_view_view_init))

static const LtReportInfo *
get_report (LtReportView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->reports);
  guint index = row ? (guint) gtk_list_box_row_get_index (row) : 0;

  return lt_export_get_report (lt_export_list_reports ()[index], NULL);
}

static const char *
get_agency (LtReportView *self)
{
  guint selected = gtk_drop_down_get_selected (self->agency);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION || selected > self->agencies->len)
    return NULL;
  return g_ptr_array_index (self->agencies, selected - 1);
}

/* Strings are lent by @self. */
static void
get_options (LtReportView *self, LtExportOptions *options)
{
  static const LtExportOptions defaults = LT_EXPORT_OPTIONS_INIT;
  const LtReportInfo *info = get_report (self);

  *options = defaults;
  options->report = info->name;
  options->plan = lt_item_get_index (LT_ITEM (self->plan)) + 1;
  options->as_of = lt_day_button_get_day (self->as_of);
  options->soon_days = lt_view_state_get_soon_days (lt_view_state_get (self->document));
  options->filled = gtk_switch_get_active (self->filled);
  options->margins = (LtMargins) gtk_drop_down_get_selected (self->margins);
  if (info->takes & LT_REPORT_TAKES_PERIOD)
    {
      options->from = lt_day_button_get_day (self->from);
      options->to = lt_day_button_get_day (self->to);
    }
  if (info->takes & (LT_REPORT_TAKES_AGENCY | LT_REPORT_NEEDS_AGENCY))
    options->agency = get_agency (self);
  if (info->takes & LT_REPORT_TAKES_JUSTIFIED)
    options->justified = gtk_switch_get_active (self->justified);
}

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
update_actions (LtReportView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.export", self->shown && self->writing == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", self->shown != NULL);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtReportView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtPages) pages = lt_export_job_lay_out_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->browser == NULL)
    return;
  g_clear_object (&self->layout);
  g_set_object (&self->shown, pages);
  lt_page_browser_set_pages (self->browser, pages);
  if (error)
    adw_status_page_set_description (self->refusal, error->message);
  gtk_stack_set_visible_child_name (self->stack, pages ? "pages" : "refusal");
  update_actions (self);
}

static gboolean
update_cb (gpointer data)
{
  LtReportView *self = data;
  LtExportOptions options;

  self->update = 0;
  cancel (&self->layout);
  g_clear_object (&self->shown);
  update_actions (self);
  if (self->plan == NULL || lt_item_get_parent (LT_ITEM (self->plan)) == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "no-plan");
      return G_SOURCE_REMOVE;
    }
  get_options (self, &options);
  self->layout = g_cancellable_new ();
  lt_export_job_lay_out_async (lt_document_get_book (self->document), &options, self->layout, laid_out_cb,
                               g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* Pages that nobody looks at wait until somebody does. */
static void
update_later (LtReportView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->outdated = TRUE;
  else if (self->update == 0)
    self->update = g_idle_add (update_cb, self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return lt_text_compare (*(const char *const *) a, *(const char *const *) b);
}

/* Whoever leads a row of the plan, in Vietnamese order. */
static GPtrArray *
gather_agencies (LtReportView *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rows = lt_book_gather_assignments (lt_document_get_book (self->document));

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *mentions;

      if (lt_item_get_ancestor (g_ptr_array_index (rows, i), LT_TYPE_PLAN) != self->plan)
        continue;
      mentions = lt_assignment_get_mentions (g_ptr_array_index (rows, i), LT_ROLE_LEAD);
      for (guint j = 0; j < mentions->len; j++)
        {
          const LtMention *mention = g_ptr_array_index (mentions, j);
          const char *name = mention->agency ? lt_agency_get_name (mention->agency) : mention->phrase;

          if (!mention->group && g_hash_table_add (seen, (gpointer) name))
            g_ptr_array_add (names, g_strdup (name));
        }
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
update_agencies (LtReportView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (get_agency (self));
  guint selected = 0;

  g_clear_pointer (&self->agencies, g_ptr_array_unref);
  self->agencies = self->plan ? gather_agencies (self) : g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (titles, _("All agencies"));
  for (guint i = 0; i < self->agencies->len; i++)
    {
      gtk_string_list_append (titles, g_ptr_array_index (self->agencies, i));
      if (g_strcmp0 (chosen, g_ptr_array_index (self->agencies, i)) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->agency, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->agency, selected);
}

static void
changed_cb (LtReportView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_agencies (self);
  update_later (self);
}

static void
mapped_cb (LtReportView *self)
{
  if (!self->outdated)
    return;
  self->outdated = FALSE;
  if (self->document)
    update_agencies (self);
  update_later (self);
}

static void
report_selected_cb (LtReportView *self)
{
  LtReportTakes takes;

  /* The list is given up row by row. */
  if (self->reports == NULL)
    return;
  takes = get_report (self)->takes;
  gtk_widget_set_visible (self->as_of_row, takes & LT_REPORT_TAKES_AS_OF);
  gtk_widget_set_visible (self->period_row, takes & LT_REPORT_TAKES_PERIOD);
  gtk_widget_set_visible (self->agency_row, takes & (LT_REPORT_TAKES_AGENCY | LT_REPORT_NEEDS_AGENCY));
  gtk_widget_set_visible (self->filled_row, takes & LT_REPORT_TAKES_FILLED);
  gtk_widget_set_visible (self->justified_row, takes & LT_REPORT_TAKES_JUSTIFIED);
  gtk_widget_set_visible (self->margins_row, takes & LT_REPORT_TAKES_MARGINS);
  gtk_widget_set_visible (self->options, takes != 0);
  update_later (self);
}

static void
as_of_changed_cb (LtReportView *self)
{
  if (self->document)
    lt_view_state_set_as_of (lt_view_state_get (self->document), lt_day_button_get_day (self->as_of));
  update_later (self);
}

static void
state_as_of_cb (LtReportView *self, GParamSpec *pspec, LtViewState *state)
{
  lt_day_button_set_day (self->as_of, lt_view_state_get_as_of (state));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtReportView) self = data;
  g_autoptr (GError) error = NULL;

  lt_export_job_write_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->spinner == NULL)
    return;
  g_clear_object (&self->writing);
  gtk_spinner_stop (self->spinner);
  update_actions (self);
  lt_feedback_written (GTK_WIDGET (self), self->path, error);
}

static void
place_chosen (GtkWidget *widget, const char *const *paths)
{
  LtReportView *self = LT_REPORT_VIEW (widget);
  g_autofree char *ending = g_strconcat (".", self->suffix, NULL);
  g_autofree char *named = lt_file_name_dup_with_ending (paths[0], ending);

  lt_report_view_write (self, named);
}

/* "Kế hoạch 226 – Báo cáo tiến độ.xlsx", beside the plan. */
static char *
dup_file_name (LtReportView *self, const char *suffix)
{
  g_autofree char *name = lt_file_name_dup_stem (lt_document_get_path (self->document));

  return g_strdup_printf ("%s – %s.%s", name, _(get_report (self)->title), suffix);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LtReportView *self = LT_REPORT_VIEW (widget);
  const char *suffix = g_variant_get_string (parameter, NULL);
  GtkFileChooser *chooser = lt_file_choice_new (widget, _("Where to Export"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                _("_Export"));
  g_autofree char *name = dup_file_name (self, suffix);
  g_autofree char *folder = g_path_get_dirname (lt_document_get_path (self->document));

  g_free (self->suffix);
  self->suffix = g_strdup (suffix);
  lt_file_choice_begin_in (chooser, folder);
  gtk_file_chooser_set_current_name (chooser, name);
  lt_file_choice_show (chooser, place_chosen);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LtReportView *self = LT_REPORT_VIEW (widget);

  lt_print_pages (GTK_WINDOW (gtk_widget_get_root (widget)), self->shown);
}

static void
lt_report_view_set_plan (LtView *view, LtDocument *document, LtPlan *plan)
{
  LtReportView *self = LT_REPORT_VIEW (view);

  if (document != self->document)
    {
      if (self->document)
        {
          g_signal_handlers_disconnect_by_func (self->document, changed_cb, self);
          g_signal_handlers_disconnect_by_data (lt_view_state_get (self->document), self);
        }
      g_set_object (&self->document, document);
      if (document)
        {
          LtViewState *state = lt_view_state_get (document);

          g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (state, "notify::soon-days", G_CALLBACK (update_later), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (state, "notify::as-of", G_CALLBACK (state_as_of_cb), self, G_CONNECT_SWAPPED);
          state_as_of_cb (self, NULL, state);
        }
    }
  g_set_object (&self->plan, plan);
  self->outdated = TRUE;
  if (document)
    changed_cb (self);
}

static void
lt_report_view_print (LtView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "report.print", NULL);
}

static void
lt_report_view_view_init (LtViewInterface *iface)
{
  iface->set_plan = lt_report_view_set_plan;
  iface->print = lt_report_view_print;
}

static GtkWidget *
create_row (const LtReportInfo *info)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(info->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(info->summary));
  return row;
}

static void
lt_report_view_dispose (GObject *object)
{
  LtReportView *self = LT_REPORT_VIEW (object);

  cancel (&self->layout);
  cancel (&self->writing);
  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_object (&self->shown);
  g_clear_object (&self->document);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->agencies, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_REPORT_VIEW);

  G_OBJECT_CLASS (lt_report_view_parent_class)->dispose (object);
}

static void
lt_report_view_class_init (LtReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_report_view_dispose;

  g_type_ensure (LT_TYPE_DAY_BUTTON);
  g_type_ensure (LT_TYPE_PAGE_BROWSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-report-view.ui");
  /* Bound, though to no field, so that it is unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "content", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, reports);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, options);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, as_of_row);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, period_row);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, agency_row);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, filled_row);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, justified_row);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, margins_row);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, as_of);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, from);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, to);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, agency);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, filled);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, justified);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, margins);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, stack);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, refusal);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, browser);
  gtk_widget_class_bind_template_child (widget_class, LtReportView, spinner);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_later);
  gtk_widget_class_bind_template_callback (widget_class, as_of_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_selected_cb);
  gtk_widget_class_install_action (widget_class, "report.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_action);
}

static void
lt_report_view_init (LtReportView *self)
{
  self->agencies = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; lt_export_list_reports ()[i]; i++)
    gtk_list_box_append (self->reports, create_row (lt_export_get_report (lt_export_list_reports ()[i], NULL)));
  gtk_list_box_select_row (self->reports, gtk_list_box_get_row_at_index (self->reports, 0));
  update_actions (self);
}

void
lt_report_view_write (LtReportView *self, const char *path)
{
  LtExportOptions options;

  g_return_if_fail (LT_IS_REPORT_VIEW (self));

  if (self->plan == NULL || self->writing)
    return;
  get_options (self, &options);
  self->writing = g_cancellable_new ();
  g_free (self->path);
  g_free (self->suffix);
  self->path = g_strdup (path);
  gtk_spinner_start (self->spinner);
  update_actions (self);
  lt_export_job_write_async (lt_document_get_book (self->document), &options, path, self->writing, written_cb,
                             g_object_ref (self));
}
