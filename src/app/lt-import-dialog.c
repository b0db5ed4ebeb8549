/* SPDX-License-Identifier: MIT */
#include "app/lt-import-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "app/lt-import-job.h"
#include "app/lt-import-lists.h"

/* Larger tables are understood anew in a thread. */
#define ROWS_AT_ONCE 3000

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
  LtPlan *target = _lt_import_dialog_get_target (self);
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
  _lt_import_dialog_update_actions (self);
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
  _lt_import_dialog_update_actions (self);
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

static void
lt_import_dialog_dispose (GObject *object)
{
  LtImportDialog *self = LT_IMPORT_DIALOG (object);

  _lt_import_dialog_stop_pulse (self);
  if (self->reading)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->table && !self->drafting)
    _lt_import_dialog_drop_import (self);
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
  _lt_import_dialog_install_source (widget_class);
  _lt_import_dialog_install_take (widget_class);
}

static void
lt_import_dialog_init (LtImportDialog *self)
{
  self->column_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  _lt_import_dialog_add_drop (self);
  _lt_import_dialog_update_actions (self);
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
_lt_import_dialog_update_actions (LtImportDialog *self)
{
  gboolean ready = self->draft != NULL && self->reading == NULL && !self->drafting
                   && lt_import_draft_count_rows (self->draft) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.take", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.choose", self->reading == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.paste", self->reading == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.stop", self->reading != NULL);
  gtk_widget_set_sensitive (self->work, !self->drafting);
}

void
_lt_import_dialog_show_read (LtImportDialog *self, LtImportDraft *draft)
{
  self->draft = draft;
  fill_tables (self);
  _lt_import_dialog_fill_targets (self);
  show_table (self);
  adw_window_title_set_subtitle (self->heading, self->name);
  gtk_stack_set_visible_child_name (self->stack, "work");
  gtk_stack_set_visible_child_name (self->sides, "draft");
  self->draft = NULL;
  show_draft (self, draft);
}

void
_lt_import_dialog_drop_import (LtImportDialog *self)
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
