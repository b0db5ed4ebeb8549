/* SPDX-License-Identifier: MIT */
#include "app/lt-import-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-clipboard.h"
#include "app/lt-feedback.h"
#include "app/lt-import-job.h"
#include "app/lt-import-lists.h"
#include "app/lt-import-table-view.h"
#include "app/lt-paste-rows.h"
#include "store/lt-document-merge.h"
#include "store/lt-label.h"

/* Larger tables are understood anew in a thread. */
#define ROWS_AT_ONCE 3000
#define PULSE_MS 120
/* A longer title would push the others aside. */
#define TARGET_CHARS_MAX 40

struct _LtImportDialog
{
  AdwWindow parent_instance;

  LtDocument *document; /* NULL: a new file is made */
  LtPlan *plan;         /* the one that was shown; NULL for none */
  gboolean has_place;   /* rows may go into that plan … */
  LtItem *place;        /* … behind this one; NULL for the end */
  LtTableImport *import;
  LtImportDraft *draft;
  GPtrArray *changes;      /* (element-type LtMergeChange) against the chosen plan; NULL for none */
  GPtrArray *column_rows;  /* (element-type GtkWidget) */
  GCancellable *reading;   /* NULL unless something is being read */
  gboolean drafting;
  char *name;              /* of the source */
  guint pulse;
  gboolean filling;        /* choices are being shown, not made */

  AdwWindowTitle *heading;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkProgressBar *progress;
  GtkWidget *work;
  GtkWidget *table_bar;
  GtkDropDown *tables;
  GtkCheckButton *used;
  LtImportTableView *table;
  GtkStack *sides;
  GtkListView *draft_list;
  GtkListBox *doubts_list;
  GtkStackPage *doubts_page;
  AdwPreferencesGroup *columns_group;
  GtkListBox *changes_list;
  GtkStackPage *changes_page;
  GtkLabel *summary;
  GtkWidget *target_label;
  GtkDropDown *target;
};

G_DEFINE_FINAL_TYPE (LtImportDialog, lt_import_dialog, ADW_TYPE_WINDOW)

enum {
  SIGNAL_TAKEN,
  SIGNAL_PLACED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
get_table (LtImportDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->tables);

  return selected == GTK_INVALID_LIST_POSITION ? 0 : selected;
}

/* The last choice of all: as rows of the plan that is shown. */
static gboolean
is_placed (LtImportDialog *self)
{
  return self->has_place && self->document != NULL
         && gtk_drop_down_get_selected (self->target)
                == lt_item_get_n_children (LT_ITEM (lt_document_get_book (self->document))) + 1;
}

/* The plan that the draft is merged into; NULL for a new one. */
static LtPlan *
get_target (LtImportDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->target);

  if (self->document == NULL || selected == GTK_INVALID_LIST_POSITION || selected == 0)
    return NULL;
  return lt_item_get_child (LT_ITEM (lt_document_get_book (self->document)), selected - 1);
}

static void
update_actions (LtImportDialog *self)
{
  gboolean ready = self->draft != NULL && self->reading == NULL && !self->drafting
                   && lt_import_draft_count_rows (self->draft) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.take", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.choose", self->reading == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.paste", self->reading == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.stop", self->reading != NULL);
  gtk_widget_set_sensitive (self->work, !self->drafting);
}

static guint
count (LtItem *item, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (item, type) ? 1 : 0;

  for (guint i = 0; i < lt_item_get_n_children (item); i++)
    n += count (lt_item_get_child (item, i), type);
  return n;
}

static void
update_summary (LtImportDialog *self)
{
  LtItem *book = LT_ITEM (self->draft->book);
  guint n_models = count (book, LT_TYPE_INITIATIVE);
  guint n_rows = lt_import_draft_count_rows (self->draft);
  guint n_results = count (book, LT_TYPE_OUTCOME);
  guint n_doubts = self->draft->doubts->len;
  g_autofree char *models = g_strdup_printf (ngettext ("%u model", "%u models", n_models), n_models);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u assignment", "%u assignments", n_rows), n_rows);
  g_autofree char *results = g_strdup_printf (ngettext ("%u result", "%u results", n_results), n_results);
  g_autofree char *doubts = g_strdup_printf (ngettext ("%u place to look at", "%u places to look at", n_doubts),
                                             n_doubts);
  g_autofree char *text = g_strjoin (" · ", models, rows, results, doubts, NULL);
  g_autofree char *tab = g_strdup_printf (_("To Look At (%u)"), n_doubts);

  gtk_label_set_label (self->summary, text);
  gtk_stack_page_set_title (self->doubts_page, n_doubts > 0 ? tab : _("To Look At"));
}

static void
update_changes (LtImportDialog *self)
{
  LtPlan *target = get_target (self);
  LtPlan *draft = self->draft != NULL ? lt_item_get_child (LT_ITEM (self->draft->book), 0) : NULL;

  lt_import_lists_show_changes (self->changes_list, NULL);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  gtk_stack_page_set_visible (self->changes_page, target != NULL);
  if (target != NULL && draft != NULL)
    {
      g_autofree char *title = NULL;

      self->changes = lt_plan_merge_compare (target, draft);
      title = g_strdup_printf (_("Differences (%u)"), self->changes->len);
      gtk_stack_page_set_title (self->changes_page, title);
      lt_import_lists_show_changes (self->changes_list, self->changes);
      gtk_stack_set_visible_child_name (self->sides, "changes");
    }
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->sides), "changes") == 0)
    gtk_stack_set_visible_child_name (self->sides, "draft");
}

static void
show_draft (LtImportDialog *self, LtImportDraft *draft)
{
  lt_import_lists_show_doubts (self->doubts_list, NULL);
  lt_import_lists_show_draft (self->draft_list, NULL);
  lt_import_lists_show_changes (self->changes_list, NULL);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->draft, lt_import_draft_free);
  self->draft = draft;
  lt_import_lists_show_draft (self->draft_list, draft);
  lt_import_lists_show_doubts (self->doubts_list, draft);
  lt_import_table_view_update (self->table);
  update_summary (self);
  update_changes (self);
  update_actions (self);
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtImportDialog) self = data;
  LtImportDraft *draft = lt_import_job_draft_finish (result, NULL);

  self->drafting = FALSE;
  if (self->spinner)
    {
      gtk_spinner_stop (self->spinner);
      show_draft (self, draft);
    }
  else
    lt_import_draft_free (draft);
}

static guint
count_rows (LtImportDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < lt_table_import_get_n_tables (self->import); i++)
    n += lt_table_import_get_sheet (self->import, i)->n_rows;
  return n;
}

static void
draft_anew (LtImportDialog *self)
{
  if (count_rows (self) <= ROWS_AT_ONCE)
    {
      show_draft (self, lt_table_import_make_draft (self->import));
      return;
    }
  self->drafting = TRUE;
  gtk_spinner_start (self->spinner);
  update_actions (self);
  lt_import_job_draft_async (self->import, NULL, drafted_cb, g_object_ref (self));
}

static void
import_changed_cb (LtImportDialog *self)
{
  if (!self->filling && !self->drafting)
    draft_anew (self);
}

static void
show_table (LtImportDialog *self)
{
  guint table = get_table (self);

  self->filling = TRUE;
  lt_import_table_view_show (self->table, self->import, table);
  lt_import_lists_show_columns (self->columns_group, self->column_rows, self->import, table,
                                G_CALLBACK (import_changed_cb), self);
  gtk_check_button_set_active (self->used, lt_table_import_get_used (self->import, table));
  self->filling = FALSE;
}

static void
table_selected_cb (LtImportDialog *self)
{
  if (!self->filling && self->import != NULL)
    show_table (self);
}

static void
used_toggled_cb (LtImportDialog *self)
{
  if (self->filling || self->import == NULL)
    return;
  lt_table_import_set_used (self->import, get_table (self), gtk_check_button_get_active (self->used));
  show_table (self);
  draft_anew (self);
}

static void
target_selected_cb (LtImportDialog *self)
{
  if (!self->filling && self->draft != NULL)
    update_changes (self);
}

static void
fill_tables (LtImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = lt_table_import_get_n_tables (self->import);
  guint first = 0;

  for (guint i = 0; i < n; i++)
    {
      guint n_rows = lt_table_import_get_sheet (self->import, i)->n_rows;
      g_autofree char *name = g_strdup_printf (ngettext ("%s (%u row)", "%s (%u rows)", n_rows),
                                               lt_table_get_name (lt_table_import_get_table (self->import, i)),
                                               n_rows);

      gtk_string_list_append (names, name);
    }
  while (first + 1 < n && !lt_table_import_get_used (self->import, first))
    first++;
  self->filling = TRUE;
  gtk_drop_down_set_model (self->tables, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->tables, first < n ? first : 0);
  gtk_widget_set_visible (self->table_bar, n > 1);
  self->filling = FALSE;
}

/* A plan of the same number or title is what somebody has a new copy of. */
static guint
guess_target (LtImportDialog *self)
{
  LtItem *book = self->document != NULL ? LT_ITEM (lt_document_get_book (self->document)) : NULL;
  LtPlan *draft = lt_item_get_child (LT_ITEM (self->draft->book), 0);

  for (guint i = 0; book != NULL && draft != NULL && i < lt_item_get_n_children (book); i++)
    {
      LtPlan *plan = lt_item_get_child (book, i);

      if (*lt_plan_get_title (draft) != '\0'
          && lt_plan_merge_liken (lt_plan_get_title (plan), lt_plan_get_title (draft)) > 0.95)
        return i + 1;
    }
  return 0;
}

static void
fill_targets (LtImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  LtItem *book = self->document != NULL ? LT_ITEM (lt_document_get_book (self->document)) : NULL;

  gtk_string_list_append (names, self->document != NULL ? _("A new plan in this file") : _("A new file"));
  for (guint i = 0; book != NULL && i < lt_item_get_n_children (book); i++)
    {
      const char *title = lt_plan_get_title (lt_item_get_child (book, i));
      gboolean cut = g_utf8_strlen (title, -1) > TARGET_CHARS_MAX;
      g_autofree char *start = g_utf8_substring (title, 0, cut ? TARGET_CHARS_MAX : g_utf8_strlen (title, -1));
      g_autofree char *shown = g_strconcat (start, cut ? "…" : "", NULL);
      g_autofree char *name = g_strdup_printf (_("Merge into “%s”"), shown);

      gtk_string_list_append (names, name);
    }
  if (self->has_place)
    gtk_string_list_append (names, self->place != NULL ? _("As rows below the selected one") : _("As rows at the end of the plan"));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->target, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->target, self->has_place ? g_list_model_get_n_items (G_LIST_MODEL (names)) - 1
                                                            : guess_target (self));
  self->filling = FALSE;
}

static void
stop_pulse (LtImportDialog *self)
{
  if (self->pulse)
    g_source_remove (self->pulse);
  self->pulse = 0;
}

static void
drop_import (LtImportDialog *self)
{
  lt_import_lists_show_doubts (self->doubts_list, NULL);
  lt_import_lists_show_draft (self->draft_list, NULL);
  lt_import_lists_show_changes (self->changes_list, NULL);
  lt_import_lists_show_columns (self->columns_group, self->column_rows, NULL, 0, NULL, NULL);
  lt_import_table_view_show (self->table, NULL, 0);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->draft, lt_import_draft_free);
  g_clear_pointer (&self->import, lt_table_import_free);
}

static void
first_drafted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtImportDialog) self = data;
  LtImportDraft *draft = lt_import_job_draft_finish (result, NULL);

  stop_pulse (self);
  g_clear_object (&self->reading);
  self->drafting = FALSE;
  if (self->spinner == NULL || self->import == NULL)
    {
      lt_import_draft_free (draft);
      return;
    }
  self->draft = draft;
  fill_tables (self);
  fill_targets (self);
  show_table (self);
  adw_window_title_set_subtitle (self->heading, self->name);
  gtk_stack_set_visible_child_name (self->stack, "work");
  gtk_stack_set_visible_child_name (self->sides, "draft");
  self->draft = NULL;
  show_draft (self, draft);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  LtTableImport *import = lt_import_job_read_finish (result, &error);

  if (self->spinner == NULL || self->reading == NULL)
    {
      g_clear_pointer (&import, lt_table_import_free);
      return;
    }
  if (import == NULL)
    {
      stop_pulse (self);
      g_clear_object (&self->reading);
      gtk_stack_set_visible_child_name (self->stack, self->import != NULL ? "work" : "source");
      update_actions (self);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        lt_feedback_error (GTK_WIDGET (self), _("The table cannot be read"), error);
      return;
    }
  drop_import (self);
  self->import = import;
  self->drafting = TRUE;
  lt_import_job_draft_async (self->import, NULL, first_drafted_cb, g_object_ref (self));
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (LT_IMPORT_DIALOG (data)->progress);
  return G_SOURCE_CONTINUE;
}

static void
load (LtImportDialog *self, const char *path, GBytes *bytes, const char *name)
{
  LtRegistry *registry = self->document != NULL ? lt_book_get_registry (lt_document_get_book (self->document)) : NULL;

  if (self->reading != NULL)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  self->reading = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "busy");
  self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
  update_actions (self);
  lt_import_job_read_async (path, bytes, name, registry, self->reading, read_cb, g_object_ref (self));
}

static void
choose_response_cb (GtkNativeDialog *native, int response, LtImportDialog *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path)
    lt_import_dialog_load_file (self, path);
  g_object_unref (native);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.xlsx", "*.xlsm", "*.docx", "*.pdf", "*.csv", "*.tsv", "*.txt", "*.html", "*.htm" };
  GtkFileChooserNative *native = gtk_file_chooser_native_new (_("Choose the File with the Table"), GTK_WINDOW (widget),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Word, Excel, PDF, CSV"));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *upper = g_ascii_strup (patterns[i], -1);

      gtk_file_filter_add_pattern (filter, patterns[i]);
      gtk_file_filter_add_pattern (filter, upper);
    }
  gtk_file_filter_set_name (any, _("All files"));
  gtk_file_filter_add_pattern (any, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), any);
  g_signal_connect (native, "response", G_CALLBACK (choose_response_cb), widget);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lt_import_dialog_paste (LT_IMPORT_DIALOG (widget));
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtImportDialog *self = LT_IMPORT_DIALOG (widget);

  if (self->reading)
    g_cancellable_cancel (self->reading);
}

static void
finish (LtImportDialog *self, const char *path)
{
  g_autoptr (LtImportDialog) kept = g_object_ref (self);

  g_signal_emit (self, signals[SIGNAL_TAKEN], 0, path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
take_rows (LtImportDialog *self)
{
  guint n_rows = lt_import_draft_count_rows (self->draft);
  g_autoptr (LtImportDialog) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  LtItem *first = lt_paste_rows_take (self->document, self->plan, self->place, self->import, self->draft, &error);

  if (first == NULL)
    {
      lt_feedback_error (GTK_WIDGET (self), _("The rows cannot be pasted"), error);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_PLACED], 0, first, n_rows);
  gtk_window_close (GTK_WINDOW (self));
}

static void
take_into_document (LtImportDialog *self)
{
  g_autofree char *label = lt_label_new (N_("Import %s"), self->name, NULL);
  g_autoptr (GError) error = NULL;
  gboolean taken;

  if (self->changes != NULL)
    taken = lt_document_apply_changes (self->document, self->changes, label, &error);
  else
    taken = lt_document_take_plans (self->document, self->draft->book, label, &error);
  if (taken)
    finish (self, NULL);
  else
    lt_feedback_error (GTK_WIDGET (self), _("The plan cannot be taken in"), error);
}

static void
create_response_cb (GtkNativeDialog *native, int response, LtImportDialog *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path)
    gtk_widget_activate_action (GTK_WIDGET (self), "import.take-at", "s", path);
  g_object_unref (native);
}

/* Makes the file that somebody named. */
static void
take_at_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtImportDialog *self = LT_IMPORT_DIALOG (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *full = g_str_has_suffix (path, ".lotrinh") ? g_strdup (path) : g_strconcat (path, ".lotrinh", NULL);
  g_autoptr (LtDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (self->draft == NULL)
    return;
  document = lt_document_create (full, self->draft->book, &error);
  if (document == NULL)
    {
      lt_feedback_error (GTK_WIDGET (self), _("The file cannot be made"), error);
      return;
    }
  lt_document_close (document);
  finish (self, full);
}

static void
take_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtImportDialog *self = LT_IMPORT_DIALOG (widget);
  GtkFileChooserNative *native;
  g_autofree char *suggested = NULL;
  char *dot;

  if (is_placed (self))
    {
      take_rows (self);
      return;
    }
  if (self->document != NULL)
    {
      take_into_document (self);
      return;
    }
  suggested = g_strconcat (self->name, ".lotrinh", NULL);
  dot = strrchr (self->name, '.');
  if (dot != NULL && dot > self->name)
    {
      g_free (suggested);
      suggested = g_strdup_printf ("%.*s.lotrinh", (int) (dot - self->name), self->name);
    }
  native = gtk_file_chooser_native_new (_("Where the New Plan Is Kept"), GTK_WINDOW (self),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), suggested);
  g_signal_connect (native, "response", G_CALLBACK (create_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
doubt_activated_cb (LtImportDialog *self, GtkListBoxRow *row)
{
  const LtImportPlace *place = g_object_get_data (G_OBJECT (row), "place");

  if (place == NULL)
    return;
  if (place->sheet != get_table (self))
    gtk_drop_down_set_selected (self->tables, place->sheet);
  lt_import_table_view_reveal (self->table, place->row);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, LtImportDialog *self)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    return FALSE;
  lt_import_dialog_load_file (self, path);
  return TRUE;
}

static void
lt_import_dialog_dispose (GObject *object)
{
  LtImportDialog *self = LT_IMPORT_DIALOG (object);

  stop_pulse (self);
  if (self->reading)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->table && !self->drafting)
    drop_import (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->document);
  g_clear_object (&self->plan);
  g_clear_object (&self->place);

  G_OBJECT_CLASS (lt_import_dialog_parent_class)->dispose (object);
}

static void
lt_import_dialog_finalize (GObject *object)
{
  LtImportDialog *self = LT_IMPORT_DIALOG (object);

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->draft, lt_import_draft_free);
  g_clear_pointer (&self->import, lt_table_import_free);
  g_ptr_array_unref (self->column_rows);
  g_free (self->name);

  G_OBJECT_CLASS (lt_import_dialog_parent_class)->finalize (object);
}

static void
lt_import_dialog_class_init (LtImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lt_import_dialog_finalize;
  signals[SIGNAL_TAKEN] = g_signal_new ("taken", LT_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[SIGNAL_PLACED] = g_signal_new ("placed", LT_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, LT_TYPE_ITEM, G_TYPE_UINT);

  g_type_ensure (LT_TYPE_IMPORT_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, work);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, table_bar);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, tables);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, used);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, table);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, sides);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, draft_list);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, doubts_list);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, doubts_page);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, changes_list);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, changes_page);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, target_label);
  gtk_widget_class_bind_template_child (widget_class, LtImportDialog, target);
  gtk_widget_class_bind_template_callback (widget_class, table_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, used_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, doubt_activated_cb);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "import.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "import.take-at", "s", take_at_action);
}

static void
lt_import_dialog_init (LtImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->column_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  update_actions (self);
}

GtkWidget *
lt_import_dialog_new (LtDocument *document, LtPlan *plan)
{
  LtImportDialog *self = g_object_new (LT_TYPE_IMPORT_DIALOG, NULL);

  self->document = document ? g_object_ref (document) : NULL;
  self->plan = plan ? g_object_ref (plan) : NULL;
  return GTK_WIDGET (self);
}

void
lt_import_dialog_set_place (LtImportDialog *self, LtItem *anchor)
{
  g_return_if_fail (LT_IS_IMPORT_DIALOG (self));

  self->has_place = self->plan != NULL;
  g_set_object (&self->place, anchor);
}

void
lt_import_dialog_load_file (LtImportDialog *self, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);

  g_return_if_fail (LT_IS_IMPORT_DIALOG (self));

  load (self, path, NULL, name);
}

void
lt_import_dialog_load_bytes (LtImportDialog *self, GBytes *bytes, const char *name)
{
  g_return_if_fail (LT_IS_IMPORT_DIALOG (self));

  load (self, NULL, bytes, name);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lt_clipboard_read_finish (result, &error);

  if (self->spinner == NULL)
    return;
  if (bytes == NULL)
    lt_feedback_toast (GTK_WIDGET (self), error->message);
  else
    lt_import_dialog_load_bytes (self, bytes, _("Clipboard"));
}

void
lt_import_dialog_paste (LtImportDialog *self)
{
  g_return_if_fail (LT_IS_IMPORT_DIALOG (self));

  lt_clipboard_read_async (GTK_WIDGET (self), clipboard_read_cb, g_object_ref (self));
}

gboolean
lt_import_dialog_takes (const char *path)
{
  static const char *const endings[] = { ".xlsx", ".xlsm", ".docx", ".pdf", ".csv", ".tsv", ".html", ".htm" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}
