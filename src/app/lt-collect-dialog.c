/* SPDX-License-Identifier: MIT */
#include "app/lt-collect-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/lt-collect-job.h"
#include "app/lt-collect-row.h"
#include "app/lt-feedback.h"
#include "app/lt-file-choice.h"
#include "store/lt-label.h"

struct _LtCollectDialog
{
  AdwWindow parent_instance;

  LtDocument *document;
  LtCollected *collected; /* NULL before something was read */
  LtFormMerge *merge;     /* borrows from the two above */
  GListStore *rows;       /* (element-type LtCollectRow), which borrow from the merge */
  GCancellable *reading;  /* NULL unless files are being read */

  GtkStack *stack;
  GtkProgressBar *progress;
  GtkLabel *summary;
  GtkColumnView *differences;
  GtkWidget *problem_box;
  GtkLabel *problem_summary;
  GtkCheckButton *whole;
  GtkListView *problems;
};

G_DEFINE_FINAL_TYPE (LtCollectDialog, lt_collect_dialog, ADW_TYPE_WINDOW)

static void
update (LtCollectDialog *self)
{
  guint n = self->merge ? lt_form_merge_count_accepted (self->merge) : 0;
  gboolean hindered = self->merge && self->merge->n_obstacles > 0 && gtk_check_button_get_active (self->whole);
  gboolean reading = self->reading != NULL;
  gboolean any = !reading && self->merge && self->merge->differences->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "collect.take-in", !reading && n > 0 && !hindered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "collect.choose", !reading && self->document);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "collect.stop", reading);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "collect.accept-all", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "collect.accept-none", any);
  if (self->merge == NULL)
    return;
  if (self->merge->differences->len == 0)
    gtk_label_set_label (self->summary, _("The forms say nothing that is not in the file already."));
  else
    {
      guint n_all = self->merge->differences->len;
      /* Translators: the first is how many of the answers in the list are ticked. */
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u new answer will be taken in.",
                                                            "%u of %u new answers will be taken in.", n_all), n, n_all);

      gtk_label_set_label (self->summary, text);
    }
}

/* Accepting one answer may have refused another. */
static void
refresh (LtCollectDialog *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (LtCollectRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      lt_collect_row_refresh (row);
    }
  update (self);
}

static void
show_problems (LtCollectDialog *self)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) model = NULL;
  guint n_obstacles = self->merge->n_obstacles;
  guint n_notes = self->merge->problems->len - n_obstacles;
  g_autofree char *obstacles = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u obstacle", "%u obstacles", n_obstacles), n_obstacles);
  g_autofree char *notes = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u remark", "%u remarks", n_notes), n_notes);
  g_autofree char *text = g_strjoin (" · ", n_obstacles > 0 ? obstacles : notes,
                                     n_obstacles > 0 && n_notes > 0 ? notes : NULL, NULL);

  for (guint i = 0; i < self->merge->problems->len; i++)
    {
      const LtFormProblem *problem = g_ptr_array_index (self->merge->problems, i);
      g_autofree char *place = *problem->where ? g_strdup_printf ("%s, %s", problem->file, problem->where)
                                               : g_strdup (problem->file);
      g_autofree char *line = problem->weight == LT_FORM_OBSTACLE
                                  /* Translators: the place in a form, and why it cannot be taken in. */
                                  ? g_strdup_printf (_("Obstacle – %s: %s"), place, problem->what)
                                  : g_strdup_printf ("%s: %s", place, problem->what);

      gtk_string_list_append (lines, line);
    }
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&lines))));
  gtk_list_view_set_model (self->problems, model);
  gtk_label_set_label (self->problem_summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->whole), n_obstacles > 0);
  gtk_widget_set_visible (self->problem_box, self->merge->problems->len > 0);
}

static void
drop_merge (LtCollectDialog *self)
{
  g_list_store_remove_all (self->rows);
  g_clear_pointer (&self->merge, lt_form_merge_free);
}

static void
compare (LtCollectDialog *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  drop_merge (self);
  self->merge = lt_form_merge_new (lt_document_get_book (self->document), self->collected->forms, lt_day_today ());
  for (guint i = 0; i < self->collected->unread->len; i++)
    {
      const LtFormProblem *problem = g_ptr_array_index (self->collected->unread, i);

      lt_form_merge_add_problem (self->merge, problem->weight, problem->file, NULL, g_strdup (problem->what));
    }
  for (guint i = 0; i < self->merge->differences->len; i++)
    g_ptr_array_add (rows, lt_collect_row_new (g_ptr_array_index (self->merge->differences, i)));
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
  show_problems (self);
  gtk_stack_set_visible_child_name (self->stack, "review");
  update (self);
}

/* The rows that differences point to may be gone. */
static void
document_changed_cb (LtCollectDialog *self)
{
  if (self->merge)
    compare (self);
}

static void
progress_cb (guint n_done, guint n_files, const char *name, gpointer data)
{
  LtCollectDialog *self = data;

  if (self->reading == NULL)
    return;
  gtk_progress_bar_set_fraction (self->progress, (double) n_done / MAX (n_files, 1));
  gtk_progress_bar_set_text (self->progress, name);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtCollectDialog) self = data;
  g_autoptr (GError) error = NULL;
  LtCollected *collected = lt_collect_job_read_finish (result, &error);

  g_clear_object (&self->reading);
  if (self->document == NULL)
    {
      g_clear_pointer (&collected, lt_collected_free);
      return;
    }
  if (collected != NULL)
    {
      drop_merge (self);
      g_clear_pointer (&self->collected, lt_collected_free);
      self->collected = collected;
      compare (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, self->merge ? "review" : "empty");
  update (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lt_feedback_error (GTK_WIDGET (self), _("The forms could not be read"), error);
}

void
lt_collect_dialog_read (LtCollectDialog *self, const char *const *paths)
{
  g_return_if_fail (LT_IS_COLLECT_DIALOG (self));

  if (self->reading)
    return;
  self->reading = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  update (self);
  lt_collect_job_read_async (paths, self->reading, progress_cb, read_cb, g_object_ref (self));
}

static void
forms_chosen (GtkWidget *widget, const char *const *paths)
{
  lt_collect_dialog_read (LT_COLLECT_DIALOG (widget), paths);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const endings[] = { "xlsx", NULL };
  GtkFileChooser *chooser = lt_file_choice_new (widget, _("Choose the Returned Forms"),
                                                GTK_FILE_CHOOSER_ACTION_OPEN, NULL);

  lt_file_choice_add_filter (chooser, _("Excel workbooks"), endings);
  lt_file_choice_add_filter (chooser, _("All files"), NULL);
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  lt_file_choice_show (chooser, forms_chosen);
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtCollectDialog *self = LT_COLLECT_DIALOG (widget);

  if (self->reading)
    g_cancellable_cancel (self->reading);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtCollectDialog *self = LT_COLLECT_DIALOG (widget);
  gboolean accepted = g_str_equal (name, "collect.accept-all");

  for (guint i = 0; self->merge && i < self->merge->differences->len; i++)
    lt_form_merge_accept (self->merge, g_ptr_array_index (self->merge->differences, i), accepted);
  refresh (self);
}

static char *
create_label (LtCollectDialog *self)
{
  GPtrArray *forms = self->collected->forms;
  g_autofree char *number = g_strdup_printf ("%u", forms->len);

  if (forms->len == 1)
    return lt_label_new (N_("Take in the form %s"), ((LtReturnedForm *) g_ptr_array_index (forms, 0))->name, NULL);
  return lt_label_new (N_("Take in %s returned forms"), number, NULL);
}

static void
take_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtCollectDialog *self = LT_COLLECT_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  guint n = lt_form_merge_count_accepted (self->merge);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u answer was taken in.", "%u answers were taken in.", n), n);
  g_autofree char *label = create_label (self);
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  gboolean taken;

  lt_form_merge_make_drafts (self->merge, &lists, &drafts);
  g_signal_handlers_block_by_func (self->document, document_changed_cb, self);
  taken = lt_document_add_all (self->document, lists, drafts, label, &error);
  g_signal_handlers_unblock_by_func (self->document, document_changed_cb, self);
  if (!taken)
    {
      lt_feedback_error (widget, _("The forms could not be taken in"), error);
      return;
    }
  if (parent)
    lt_feedback_undo_toast (GTK_WIDGET (parent), text);
  gtk_window_close (GTK_WINDOW (self));
}

/* Columns: how a difference reads in each. */

static char *
dup_path (const LtFormDifference *difference)
{
  return g_strdup (difference->path);
}

static char *
dup_field (const LtFormDifference *difference)
{
  return g_strdup (_(difference->field->title));
}

static char *
dup_old (const LtFormDifference *difference)
{
  return *difference->old_value ? lt_field_dup_shown (difference->field, difference->old_value) : g_strdup ("–");
}

static char *
dup_new (const LtFormDifference *difference)
{
  return *difference->new_value ? lt_field_dup_shown (difference->field, difference->new_value) : g_strdup ("–");
}

static char *
dup_place (const LtFormDifference *difference)
{
  return g_strdup_printf ("%s, %s", difference->file, difference->where);
}

static const struct {
  const char *title; /* msgid */
  char *(*dup_text) (const LtFormDifference *difference);
  gboolean expand;
} columns[] = {
  /* Translators: the number of a row, such as 2.1 */
  { N_("Row"), dup_path, FALSE },
  { N_("Field"), dup_field, FALSE },
  { N_("In the File"), dup_old, TRUE },
  { N_("In the Form"), dup_new, TRUE },
  { N_("Where"), dup_place, TRUE },
};

static void
setup_text_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_text_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  guint column = GPOINTER_TO_UINT (data);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *text = columns[column].dup_text (lt_collect_row_get_difference (gtk_list_item_get_item (list_item)));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, columns[column].expand ? text : NULL);
}

static void
toggled_cb (GtkCheckButton *check, GtkListItem *list_item)
{
  LtCollectRow *row = gtk_list_item_get_item (list_item);
  LtCollectDialog *self = LT_COLLECT_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (check), LT_TYPE_COLLECT_DIALOG));
  gboolean accepted = gtk_check_button_get_active (check);

  if (row == NULL || self == NULL || self->merge == NULL
      || accepted == (lt_collect_row_get_difference (row)->accepted != FALSE))
    return;
  lt_form_merge_accept (self->merge, lt_collect_row_get_difference (row), accepted);
  refresh (self);
}

static void
setup_tick_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_START);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), list_item, 0);
  gtk_list_item_set_child (list_item, check);
}

static void
accepted_cb (LtCollectRow *row, GParamSpec *pspec, GtkCheckButton *check)
{
  gtk_check_button_set_active (check, lt_collect_row_get_difference (row)->accepted);
}

static void
bind_tick_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *check = gtk_list_item_get_child (list_item);
  LtCollectRow *row = gtk_list_item_get_item (list_item);
  const LtFormDifference *difference = lt_collect_row_get_difference (row);
  g_autofree char *value = dup_new (difference);
  /* Translators: a row's number, a field and the new answer, for screen readers. */
  g_autofree char *label = g_strdup_printf (_("Take in %s, %s: %s"), difference->path, _(difference->field->title), value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), difference->accepted);
  g_signal_connect_object (row, "notify::accepted", G_CALLBACK (accepted_cb), check, 0);
}

static void
unbind_tick_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), accepted_cb,
                                        gtk_list_item_get_child (list_item));
}

static void
bind_problem_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (list_item)));
}

static void
add_column (LtCollectDialog *self, const char *title, GtkListItemFactory *factory, gboolean expand)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (column, title != NULL);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (self->differences, column);
}

static void
add_columns (LtCollectDialog *self)
{
  GtkListItemFactory *ticks = gtk_signal_list_item_factory_new ();

  g_signal_connect (ticks, "setup", G_CALLBACK (setup_tick_cb), NULL);
  g_signal_connect (ticks, "bind", G_CALLBACK (bind_tick_cb), NULL);
  g_signal_connect (ticks, "unbind", G_CALLBACK (unbind_tick_cb), NULL);
  add_column (self, NULL, ticks, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (setup_text_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_text_cb), GUINT_TO_POINTER (i));
      add_column (self, _(columns[i].title), factory, columns[i].expand);
    }
}

static void
lt_collect_dialog_dispose (GObject *object)
{
  LtCollectDialog *self = LT_COLLECT_DIALOG (object);

  if (self->reading)
    g_cancellable_cancel (self->reading);
  if (self->rows)
    drop_merge (self);
  g_clear_pointer (&self->collected, lt_collected_free);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_COLLECT_DIALOG);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (lt_collect_dialog_parent_class)->dispose (object);
}

static void
lt_collect_dialog_class_init (LtCollectDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_collect_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-collect-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LtCollectDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LtCollectDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, LtCollectDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, LtCollectDialog, differences);
  gtk_widget_class_bind_template_child (widget_class, LtCollectDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, LtCollectDialog, problem_summary);
  gtk_widget_class_bind_template_child (widget_class, LtCollectDialog, whole);
  gtk_widget_class_bind_template_child (widget_class, LtCollectDialog, problems);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "collect.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "collect.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "collect.take-in", NULL, take_in_action);
  gtk_widget_class_install_action (widget_class, "collect.accept-all", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "collect.accept-none", NULL, accept_action);
}

static void
lt_collect_dialog_init (LtCollectDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) model = NULL;

  self->rows = g_list_store_new (LT_TYPE_COLLECT_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  add_columns (self);
  gtk_column_view_set_model (self->differences, model);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_text_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_problem_cb), NULL);
  gtk_list_view_set_factory (self->problems, factory);
  update (self);
}

GtkWidget *
lt_collect_dialog_new (LtDocument *document)
{
  LtCollectDialog *self = g_object_new (LT_TYPE_COLLECT_DIALOG, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
