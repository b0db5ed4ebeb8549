/* SPDX-License-Identifier: MIT */
#include "app/lt-import-table-view.h"

#include <glib/gi18n-lib.h>

/* Words beyond that are in the tooltip. */
#define CELL_LINES 2
#define ELLIPSIZED_CHARS_MIN 4
#define TOOLTIP_CHARS_MAX 1200

/* One row of the list; "serial" is notified when it should be drawn anew. */
#define LT_TYPE_IMPORT_ROW_ITEM (lt_import_row_item_get_type ())
G_DECLARE_FINAL_TYPE (LtImportRowItem, lt_import_row_item, LT, IMPORT_ROW_ITEM, GObject)

struct _LtImportRowItem
{
  GObject parent_instance;

  guint row;
  guint serial;
};

G_DEFINE_FINAL_TYPE (LtImportRowItem, lt_import_row_item, G_TYPE_OBJECT)

struct _LtImportTableView
{
  AdwBin parent_instance;

  LtTableImport *import; /* borrowed */
  guint table;
  GListStore *rows;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  GtkStringList *roles;
  gboolean binding; /* a role is being shown, not chosen */
};

G_DEFINE_FINAL_TYPE (LtImportTableView, lt_import_table_view, ADW_TYPE_BIN)

enum {
  ROW_PROP_SERIAL = 1,
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const role_classes[LT_IMPORT_N_ROWS] = {
  [LT_IMPORT_ROW_TEXT] = "role-text",         [LT_IMPORT_ROW_HEADING] = "role-heading",
  [LT_IMPORT_ROW_REMNANT] = "role-remnant",   [LT_IMPORT_ROW_GROUP] = "role-group",
  [LT_IMPORT_ROW_ASSIGNMENT] = "role-task",   [LT_IMPORT_ROW_OUTCOME] = "role-part",
  [LT_IMPORT_ROW_CONTINUED] = "role-rest",    [LT_IMPORT_ROW_LEFT_OUT] = "role-left-out",
};

static void
lt_import_row_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, LT_IMPORT_ROW_ITEM (object)->serial);
}

static void
lt_import_row_item_class_init (LtImportRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lt_import_row_item_get_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), ROW_PROP_SERIAL,
                                   g_param_spec_uint ("serial", NULL, NULL, 0, G_MAXUINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
lt_import_row_item_init (LtImportRowItem *self)
{
}

static const LtImportSheet *
get_sheet (LtImportTableView *self)
{
  return lt_table_import_get_sheet (self->import, self->table);
}

static void
set_role_class (GtkWidget *widget, LtImportRowRole role)
{
  for (guint i = 0; i < LT_IMPORT_N_ROWS; i++)
    gtk_widget_remove_css_class (widget, role_classes[i]);
  gtk_widget_add_css_class (widget, role_classes[role]);
}

static void
show_role (LtImportTableView *self, GtkDropDown *choice, LtImportRowItem *item)
{
  LtImportRowRole role = lt_table_import_get_row_role (self->import, self->table, item->row);
  g_autofree char *name = g_strdup_printf (_("What row %u is"), item->row + 1);

  self->binding = TRUE;
  gtk_drop_down_set_selected (choice, role);
  self->binding = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_role_class (GTK_WIDGET (choice), role);
}

static void
role_selected_cb (GtkDropDown *choice, GParamSpec *pspec, GtkListItem *list_item)
{
  LtImportTableView *self
      = LT_IMPORT_TABLE_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (choice), LT_TYPE_IMPORT_TABLE_VIEW));
  LtImportRowItem *item = gtk_list_item_get_item (list_item);
  LtImportRowRole role = (LtImportRowRole) gtk_drop_down_get_selected (choice);

  if (self == NULL || self->binding || item == NULL || role >= LT_IMPORT_N_ROWS
      || role == lt_table_import_get_row_role (self->import, self->table, item->row))
    return;
  lt_table_import_set_row_role (self->import, self->table, item->row, role);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
setup_role_cb (GtkListItemFactory *factory, GtkListItem *list_item, LtImportTableView *self)
{
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->roles)), NULL);

  gtk_widget_add_css_class (choice, "import-role");
  g_signal_connect (choice, "notify::selected", G_CALLBACK (role_selected_cb), list_item);
  gtk_list_item_set_child (list_item, choice);
}

static void
serial_role_cb (LtImportRowItem *item, GParamSpec *pspec, GtkListItem *list_item)
{
  GtkWidget *choice = gtk_list_item_get_child (list_item);
  GtkWidget *self = gtk_widget_get_ancestor (choice, LT_TYPE_IMPORT_TABLE_VIEW);

  if (self != NULL)
    show_role (LT_IMPORT_TABLE_VIEW (self), GTK_DROP_DOWN (choice), item);
}

static void
bind_role_cb (GtkListItemFactory *factory, GtkListItem *list_item, LtImportTableView *self)
{
  LtImportRowItem *item = gtk_list_item_get_item (list_item);

  show_role (self, GTK_DROP_DOWN (gtk_list_item_get_child (list_item)), item);
  g_signal_connect (item, "notify::serial", G_CALLBACK (serial_role_cb), list_item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LtImportTableView *self)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (list_item), list_item);
}

static guint
get_column (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *list_item, LtImportTableView *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0.5f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), CELL_LINES);
  gtk_widget_add_css_class (label, "import-cell");
  g_object_set_data (G_OBJECT (label), "column", GUINT_TO_POINTER (get_column (factory)));
  gtk_list_item_set_child (list_item, label);
}

/* The words of a merged cell stand in its first row; below them a sign says "the same". */
static void
show_cell (LtImportTableView *self, GtkLabel *label, LtImportRowItem *item)
{
  const LtImportSheet *sheet = get_sheet (self);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "column"));
  const char *own = "";
  const char *text = "";
  gboolean covered = FALSE;
  gboolean is_short;
  g_autofree char *tip = NULL;

  if (column < sheet->n_columns)
    {
      covered = lt_import_sheet_is_covered (sheet, item->row, column);
      own = lt_import_sheet_get_own (sheet, item->row, column);
      text = covered ? lt_import_sheet_get_text (sheet, item->row, column) : own;
    }
  is_short = covered || g_utf8_strlen (own, -1) < ELLIPSIZED_CHARS_MIN;
  gtk_label_set_label (label, covered && *text != '\0' ? "〃" : own);
  /* GTK 4.8 complains of labels that are narrower than the dots which would stand for them. */
  gtk_label_set_wrap (label, !is_short);
  gtk_label_set_ellipsize (label, is_short ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  if (g_utf8_strlen (text, -1) > 40 || covered)
    tip = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), TOOLTIP_CHARS_MAX));
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), tip != NULL && *tip != '\0' ? tip : NULL);
  set_role_class (GTK_WIDGET (label), lt_table_import_get_row_role (self->import, self->table, item->row));
}

static void
serial_cell_cb (LtImportRowItem *item, GParamSpec *pspec, GtkListItem *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  GtkWidget *self = gtk_widget_get_ancestor (label, LT_TYPE_IMPORT_TABLE_VIEW);

  if (self != NULL)
    show_cell (LT_IMPORT_TABLE_VIEW (self), GTK_LABEL (label), item);
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *list_item, LtImportTableView *self)
{
  LtImportRowItem *item = gtk_list_item_get_item (list_item);

  show_cell (self, GTK_LABEL (gtk_list_item_get_child (list_item)), item);
  g_signal_connect (item, "notify::serial", G_CALLBACK (serial_cell_cb), list_item);
}

static char *
dup_column_title (LtImportTableView *self, guint column)
{
  LtTable *table = lt_table_import_get_table (self->import, self->table);
  LtImportColumn kind = lt_table_import_get_column (self->import, self->table, column);

  /* Translators: a column's letter in the sheet, then what it is taken for. */
  return g_strdup_printf (_("%s: %s"), lt_table_get_column (table, column)->title,
                          _(lt_import_column_get_title (kind)));
}

static int
choose_width (LtImportTableView *self, guint column)
{
  switch (lt_table_import_get_column (self->import, self->table, column))
    {
    case LT_IMPORT_COLUMN_NUMBER:
      return 124;
    case LT_IMPORT_COLUMN_NAME:
    case LT_IMPORT_COLUMN_OUTCOME:
    case LT_IMPORT_COLUMN_GROUP:
      return 260;
    case LT_IMPORT_COLUMN_NOTE:
    case LT_IMPORT_COLUMN_CODE:
    case LT_IMPORT_COLUMN_START:
    case LT_IMPORT_COLUMN_DEADLINE:
    case LT_IMPORT_COLUMN_PERIOD:
    case LT_IMPORT_COLUMN_STATE:
    case LT_IMPORT_COLUMN_PERCENT:
    case LT_IMPORT_COLUMN_LEAD:
    case LT_IMPORT_COLUMN_COORDINATION:
    case LT_IMPORT_N_COLUMNS:
    default:
      return 150;
    }
}

static GtkColumnViewColumn *
add_column (LtImportTableView *self, const char *title, GCallback setup, GCallback bind, guint column, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", setup, self);
  g_signal_connect (factory, "bind", bind, self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  added = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_fixed_width (added, width);
  gtk_column_view_append_column (self->view, added);
  return added;
}

static void
clear_columns (LtImportTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
lt_import_table_view_dispose (GObject *object)
{
  LtImportTableView *self = LT_IMPORT_TABLE_VIEW (object);

  if (self->rows)
    g_list_store_remove_all (self->rows);
  g_clear_object (&self->rows);
  g_clear_object (&self->roles);

  G_OBJECT_CLASS (lt_import_table_view_parent_class)->dispose (object);
}

static void
lt_import_table_view_class_init (LtImportTableViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lt_import_table_view_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", LT_TYPE_IMPORT_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
lt_import_table_view_init (LtImportTableView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (LT_TYPE_IMPORT_ROW_ITEM);
  self->roles = gtk_string_list_new (NULL);
  for (guint i = 0; i < LT_IMPORT_N_ROWS; i++)
    gtk_string_list_append (self->roles, _(lt_import_row_role_get_title (i)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "import-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The table as it was read"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

void
lt_import_table_view_show (LtImportTableView *self, LtTableImport *import, guint table)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const LtImportSheet *sheet;

  g_return_if_fail (LT_IS_IMPORT_TABLE_VIEW (self));

  g_list_store_remove_all (self->rows);
  clear_columns (self);
  self->import = import;
  self->table = table;
  if (import == NULL)
    return;
  sheet = get_sheet (self);
  add_column (self, _("Row is"), G_CALLBACK (setup_role_cb), G_CALLBACK (bind_role_cb), 0, 190);
  for (guint column = 0; column < sheet->n_columns; column++)
    {
      g_autofree char *title = dup_column_title (self, column);

      add_column (self, title, G_CALLBACK (setup_cell_cb), G_CALLBACK (bind_cell_cb), column,
                  choose_width (self, column));
    }
  for (guint row = 0; row < sheet->n_rows; row++)
    {
      LtImportRowItem *item = g_object_new (LT_TYPE_IMPORT_ROW_ITEM, NULL);

      item->row = row;
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->rows, 0, 0, items->pdata, items->len);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

void
lt_import_table_view_update (LtImportTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  g_return_if_fail (LT_IS_IMPORT_TABLE_VIEW (self));

  if (self->import == NULL)
    return;
  for (guint column = 0; column + 1 < g_list_model_get_n_items (columns); column++)
    {
      g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, column + 1);
      g_autofree char *title = dup_column_title (self, column);

      gtk_column_view_column_set_title (shown, title);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (LtImportRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      item->serial++;
      g_object_notify (G_OBJECT (item), "serial");
    }
}

void
lt_import_table_view_reveal (LtImportTableView *self, guint row)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  g_return_if_fail (LT_IS_IMPORT_TABLE_VIEW (self));

  gtk_single_selection_set_selected (self->selection, row);
  /* The list below the header; the column view itself does not pass the action on. */
  while (child && !gtk_widget_activate_action (child, "list.scroll-to-item", "u", row))
    child = gtk_widget_get_prev_sibling (child);
}
