/* SPDX-License-Identifier: MIT */
#include "app/lt-import-lists.h"

#include <glib/gi18n-lib.h>

/* More only fill the screen; the rest is counted in words. */
#define DOUBTS_MAX 400
#define CHANGES_MAX 1000

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GListModel *
create_children (gpointer item, gpointer data)
{
  return LT_IS_OUTCOME (item) ? NULL : g_object_ref (G_LIST_MODEL (item));
}

static char *
dup_words (LtItem *item)
{
  GString *words = g_string_new (NULL);

  if (LT_IS_PLAN (item))
    {
      const char *title = lt_plan_get_title (LT_PLAN (item));

      g_string_assign (words, *title ? title : _("Plan without a title"));
    }
  else if (LT_IS_INITIATIVE (item))
    {
      g_autofree char *number = lt_initiative_dup_number (LT_INITIATIVE (item));

      g_string_printf (words, "%s. %s", number, lt_initiative_get_name (LT_INITIATIVE (item)));
    }
  else if (LT_IS_ASSIGNMENT (item))
    {
      const char *deadline = lt_assignment_get_deadline_words (LT_ASSIGNMENT (item));
      const char *lead = lt_assignment_get_lead_words (LT_ASSIGNMENT (item));

      g_string_printf (words, "%s · %s", *deadline ? deadline : _("no deadline"), *lead ? lead : _("no lead agency"));
    }
  else
    {
      g_autofree char *line = lt_outcome_dup_line (LT_OUTCOME (item));
      guint n = lt_item_get_n_children (item);

      g_string_assign (words, line);
      if (n > 0)
        g_string_append_printf (words, ngettext (" — %u target", " — %u targets", n), n);
    }
  return g_string_free (words, FALSE);
}

static void
setup_item_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (list_item, expander);
}

static void
bind_item_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (LtItem) item = gtk_tree_list_row_get_item (row);
  GtkWidget *label = gtk_tree_expander_get_child (expander);
  g_autofree char *words = dup_words (item);

  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_widget_remove_css_class (label, "heading");
  gtk_widget_remove_css_class (label, "import-duty");
  if (LT_IS_INITIATIVE (item) || LT_IS_PLAN (item))
    gtk_widget_add_css_class (label, "heading");
  else if (LT_IS_ASSIGNMENT (item))
    gtk_widget_add_css_class (label, "import-duty");
}

void
lt_import_lists_show_draft (GtkListView *list, LtImportDraft *draft)
{
  GtkTreeListModel *tree;
  GtkListItemFactory *factory;
  g_autoptr (GtkNoSelection) selection = NULL;
  LtItem *root = draft != NULL ? LT_ITEM (draft->book) : NULL;

  if (root == NULL)
    {
      gtk_list_view_set_model (list, NULL);
      return;
    }
  if (lt_item_get_n_children (root) == 1)
    root = lt_item_get_child (root, 0);
  tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (root)), FALSE,
                                  lt_import_draft_count_rows (draft) < 600, create_children, NULL, NULL);
  selection = gtk_no_selection_new (G_LIST_MODEL (tree));
  if (gtk_list_view_get_factory (list) == NULL)
    {
      factory = gtk_signal_list_item_factory_new ();
      g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);
      gtk_list_view_set_factory (list, factory);
      g_object_unref (factory);
    }
  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (selection));
}

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

void
lt_import_lists_show_doubts (GtkListBox *list, LtImportDraft *draft)
{
  clear (list);
  for (guint i = 0; draft != NULL && i < MIN (draft->doubts->len, DOUBTS_MAX); i++)
    {
      LtImportDoubt *doubt = g_ptr_array_index (draft->doubts, i);
      GtkWidget *row = create_row (doubt->what, doubt->where);

      if (doubt->has_place)
        {
          g_object_set_data (G_OBJECT (row), "place", &doubt->place);
          gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
        }
      gtk_list_box_append (list, row);
    }
  if (draft != NULL && draft->doubts->len > DOUBTS_MAX)
    {
      guint n = draft->doubts->len - DOUBTS_MAX;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

      gtk_list_box_append (list, create_row (more, ""));
    }
}

typedef struct {
  LtTableImport *import;
  guint table;
  guint column;
  void (*changed) (gpointer data);
  gpointer data;
} ColumnChoice;

static void
column_selected_cb (AdwComboRow *row, GParamSpec *pspec, ColumnChoice *choice)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected >= LT_IMPORT_N_COLUMNS
      || selected == lt_table_import_get_column (choice->import, choice->table, choice->column))
    return;
  lt_table_import_set_column (choice->import, choice->table, choice->column, (LtImportColumn) selected);
  choice->changed (choice->data);
}

/* The first words of a column, as an example of what it holds. */
static const char *
find_example (const LtImportSheet *sheet, guint column)
{
  for (guint row = sheet->body; row < sheet->n_rows; row++)
    if (*lt_import_sheet_get_own (sheet, row, column) != '\0'
        && lt_import_sheet_count_own (sheet, row, NULL) > 2)
      return lt_import_sheet_get_own (sheet, row, column);
  return "";
}

void
lt_import_lists_show_columns (AdwPreferencesGroup *group, GPtrArray *rows, LtTableImport *import, guint table,
                              GCallback changed, gpointer data)
{
  const LtImportSheet *sheet = import != NULL ? lt_table_import_get_sheet (import, table) : NULL;

  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
  for (guint column = 0; sheet != NULL && column < sheet->n_columns; column++)
    {
      GtkWidget *row = adw_combo_row_new ();
      g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
      ColumnChoice *choice = g_new0 (ColumnChoice, 1);
      const char *letter = lt_table_get_column (sheet->table, column)->title;
      g_autofree char *title = *sheet->heads[column] != '\0'
                                   ? g_strdup_printf ("%s · %s", letter, sheet->heads[column])
                                   : g_strdup (letter);

      for (guint i = 0; i < LT_IMPORT_N_COLUMNS; i++)
        gtk_string_list_append (kinds, _(lt_import_column_get_title (i)));
      *choice = (ColumnChoice){ import, table, column, (void (*) (gpointer)) changed, data };
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
      if (*find_example (sheet, column) != '\0')
        {
          g_autofree char *example = g_strdup_printf (_("Example: %s"), find_example (sheet, column));

          adw_action_row_set_subtitle (ADW_ACTION_ROW (row), g_strdelimit (example, "\n", ' '));
        }
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (kinds));
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), lt_table_import_get_column (import, table, column));
      g_signal_connect_data (row, "notify::selected", G_CALLBACK (column_selected_cb), choice,
                             (GClosureNotify) (void (*) (void)) g_free, 0);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (rows, row);
    }
}

static void
toggled_cb (GtkCheckButton *check, LtMergeChange *change)
{
  change->chosen = gtk_check_button_get_active (check);
}

void
lt_import_lists_show_changes (GtkListBox *list, GPtrArray *changes)
{
  clear (list);
  for (guint i = 0; changes != NULL && i < MIN (changes->len, CHANGES_MAX); i++)
    {
      LtMergeChange *change = g_ptr_array_index (changes, i);
      g_autofree char *title = lt_merge_change_dup_title (change);
      g_autofree char *words = lt_merge_change_dup_words (change);
      GtkWidget *row = create_row (title, words);
      GtkWidget *check = gtk_check_button_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), change->chosen);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), change);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_list_box_append (list, row);
    }
}
