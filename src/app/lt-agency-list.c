/* SPDX-License-Identifier: MIT */
#include "app/lt-agency-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-agency-words.h"
#include "app/lt-list-label.h"
#include "app/lt-view-state.h"
#include "plan/lt-agency-use.h"

struct _LtAgencyList
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtAgency *selected;
  GHashTable *counts;  /* LtAgency -> LtAgencyCount; NULL until they are asked for */
  GPtrArray *cells;    /* (element-type GtkListItem): those that show a row now; borrowed */
  guint serial;        /* of the registry, when it was last sorted and searched */
  gboolean stale;      /* while nobody sees it */
  gboolean refreshing; /* the selection moves by itself */
  GtkFilter *filter;
  GtkFilterListModel *found;

  GtkStack *stack;
  GtkColumnView *table;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (LtAgencyList, lt_agency_list, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef enum {
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_SHORT_FORMS,
  COLUMN_LED,
  COLUMN_COORDINATED,
  COLUMN_VALIDITY,
  N_COLUMNS
} Column;

static const struct {
  const char *title;
  int width;
  gboolean number;
} columns[N_COLUMNS] = {
  [COLUMN_NAME] = { N_("Agency"), 200, FALSE },
  [COLUMN_KIND] = { N_("Kind"), 150, FALSE },
  [COLUMN_SHORT_FORMS] = { N_("Short forms"), 150, FALSE },
  [COLUMN_LED] = { N_("Leads"), 76, TRUE },
  [COLUMN_COORDINATED] = { N_("Coordinates"), 92, TRUE },
  [COLUMN_VALIDITY] = { N_("Validity"), 150, FALSE },
};

static GQuark
get_column_quark (void)
{
  return g_quark_from_static_string ("lt-column");
}

static Column
get_column (gpointer object)
{
  return (Column) GPOINTER_TO_UINT (g_object_get_qdata (object, get_column_quark ()));
}

static guint
get_count (LtAgencyList *self, LtAgency *agency, Column column)
{
  const LtAgencyCount *count = self->counts ? g_hash_table_lookup (self->counts, agency) : NULL;

  return count == NULL ? 0 : column == COLUMN_LED ? count->n_led : count->n_coordinated;
}

static char *
dup_validity (LtAgency *agency)
{
  g_autofree char *validity = lt_agency_words_dup_validity (agency);

  /* Translators: when an agency was there: "to 28/02/2025" */
  return lt_agency_is_split (agency, lt_day_today ()) ? g_strdup_printf (_("%s, split"), validity)
                                                      : g_steal_pointer (&validity);
}

static char *
dup_text (LtAgencyList *self, LtAgency *agency, Column column)
{
  const LtField *kind = lt_item_type_find_field (LT_TYPE_AGENCY, "kind");
  g_auto (GStrv) lines = NULL;

  switch (column)
    {
    case COLUMN_KIND:
      return g_strdup (_(kind->choices[lt_agency_get_kind (agency)].title));
    case COLUMN_SHORT_FORMS:
      lines = g_strsplit (lt_item_get_text (LT_ITEM (agency), lt_item_type_find_field (LT_TYPE_AGENCY, "short_forms")),
                          "\n", -1);
      return g_strjoinv (", ", lines);
    case COLUMN_LED:
    case COLUMN_COORDINATED:
      return g_strdup_printf ("%u", get_count (self, agency, column));
    case COLUMN_VALIDITY:
      return dup_validity (agency);
    case COLUMN_NAME:
    case N_COLUMNS:
    default:
      return g_strdup (lt_agency_get_name (agency));
    }
}

static void
update_cell (LtAgencyList *self, GtkListItem *list_item)
{
  LtAgency *agency = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  Column column = get_column (label);
  g_autofree char *text = NULL;

  /* The row is about to go; the table has not been told yet. */
  if (agency == NULL || lt_item_get_parent (LT_ITEM (agency)) == NULL)
    return;
  text = dup_text (self, agency, column);
  gtk_label_set_label (GTK_LABEL (label), text);
  if (lt_agency_words_has_ended (agency) || (columns[column].number && get_count (self, agency, column) == 0))
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
  if (lt_agency_get_kind (agency) == LT_AGENCY_GROUP && column == COLUMN_NAME)
    gtk_widget_add_css_class (label, "group-name");
  else
    gtk_widget_remove_css_class (label, "group-name");
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LtAgencyList *self)
{
  Column column = get_column (factory);
  GtkWidget *label = lt_list_label_new (columns[column].number ? 1 : 0);

  g_object_set_qdata (G_OBJECT (label), get_column_quark (), GUINT_TO_POINTER (column));
  if (columns[column].number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LtAgencyList *self)
{
  g_ptr_array_add (self->cells, list_item);
  update_cell (self, list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LtAgencyList *self)
{
  g_ptr_array_remove_fast (self->cells, list_item);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  GtkColumnViewColumn *column = data;
  LtAgencyList *self = g_object_get_data (G_OBJECT (column), "lt-agency-list");
  LtAgency *first = LT_AGENCY ((gpointer) a);
  LtAgency *second = LT_AGENCY ((gpointer) b);
  gint64 difference = 0;

  switch (get_column (column))
    {
    case COLUMN_KIND:
      difference = (gint64) lt_agency_get_kind (first) - lt_agency_get_kind (second);
      break;
    case COLUMN_LED:
    case COLUMN_COORDINATED:
      difference = (gint64) get_count (self, first, get_column (column))
                   - get_count (self, second, get_column (column));
      break;
    case COLUMN_VALIDITY:
      difference = (gint64) lt_agency_get_valid_to (first) - lt_agency_get_valid_to (second);
      break;
    case COLUMN_NAME:
    case COLUMN_SHORT_FORMS:
    case N_COLUMNS:
    default:
      break;
    }
  return difference < 0 ? -1 : difference > 0 ? 1 : lt_agency_words_compare (first, second);
}

static void
add_column (LtAgencyList *self, Column index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[index].title), factory);

  g_object_set_qdata (G_OBJECT (factory), get_column_quark (), GUINT_TO_POINTER (index));
  g_object_set_qdata (G_OBJECT (column), get_column_quark (), GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (column), "lt-agency-list", self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, index == COLUMN_NAME);
  gtk_column_view_column_set_fixed_width (column, columns[index].width);
  if (index != COLUMN_SHORT_FORMS)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, column, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }
  gtk_column_view_append_column (self->table, column);
  if (index == COLUMN_NAME)
    gtk_column_view_sort_by_column (self->table, column, GTK_SORT_ASCENDING);
}

static void
update_stack (LtAgencyList *self)
{
  gboolean any = self->document
                 && lt_item_get_n_children (LT_ITEM (lt_book_get_registry (lt_document_get_book (self->document)))) > 0;

  gtk_stack_set_visible_child_name (self->stack, !any ? "empty" : lt_agency_list_get_n_shown (self) ? "table" : "nothing");
}

static void
take_selected (LtAgencyList *self)
{
  LtAgency *selected = gtk_single_selection_get_selected_item (self->selection);

  if (self->refreshing || !g_set_object (&self->selected, selected))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
scroll_to (LtAgencyList *self, guint position)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self->table));

  /* The list below the header; the column view itself does not pass the action on. */
  while (child && !gtk_widget_activate_action (child, "list.scroll-to-item", "u", position))
    child = gtk_widget_get_prev_sibling (child);
}

static guint
find_position (LtAgencyList *self, LtAgency *agency)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; agency && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LtAgency) item = g_list_model_get_item (model, i);

      if (item == agency)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Sorted and searched anew, with the same agency selected where it is still shown. */
static void
rearrange (LtAgencyList *self)
{
  guint position;

  self->refreshing = TRUE;
  gtk_sorter_changed (gtk_column_view_get_sorter (self->table), GTK_SORTER_CHANGE_DIFFERENT);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  position = find_position (self, self->selected);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);
  self->refreshing = FALSE;
  take_selected (self);
}

static void
refresh (LtAgencyList *self)
{
  LtBook *book;
  guint serial;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->document == NULL || self->stale)
    return;
  book = lt_document_get_book (self->document);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->counts = lt_book_count_uses (book, lt_view_state_get_names (lt_view_state_get (self->document)), LT_DAY_NONE);
  serial = lt_registry_get_serial (lt_book_get_registry (book));
  if (serial != self->serial)
    rearrange (self);
  self->serial = serial;
  for (guint i = 0; i < self->cells->len; i++)
    update_cell (self, g_ptr_array_index (self->cells, i));
  update_stack (self);
}

static void
names_changed_cb (LtAgencyList *self)
{
  refresh (self);
  rearrange (self);
}

static void
lt_agency_list_map (GtkWidget *widget)
{
  LtAgencyList *self = LT_AGENCY_LIST (widget);

  GTK_WIDGET_CLASS (lt_agency_list_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static gboolean
lt_agency_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LT_AGENCY_LIST (widget)->table));
}

static void
lt_agency_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, LT_AGENCY_LIST (object)->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lt_agency_list_dispose (GObject *object)
{
  LtAgencyList *self = LT_AGENCY_LIST (object);

  if (self->document)
    lt_agency_list_set_document (self, NULL);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_AGENCY_LIST);

  G_OBJECT_CLASS (lt_agency_list_parent_class)->dispose (object);
}

static void
lt_agency_list_finalize (GObject *object)
{
  g_ptr_array_unref (LT_AGENCY_LIST (object)->cells);

  G_OBJECT_CLASS (lt_agency_list_parent_class)->finalize (object);
}

static void
lt_agency_list_class_init (LtAgencyListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lt_agency_list_get_property;
  object_class->dispose = lt_agency_list_dispose;
  object_class->finalize = lt_agency_list_finalize;
  widget_class->map = lt_agency_list_map;
  widget_class->grab_focus = lt_agency_list_grab_focus;

  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, LT_TYPE_AGENCY,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-agency-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LtAgencyList, stack);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyList, table);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyList, selection);
  gtk_widget_class_bind_template_callback (widget_class, take_selected);
}

static void
lt_agency_list_init (LtAgencyList *self)
{
  self->cells = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = lt_agency_filter_new ();
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, (Column) i);
}

void
lt_agency_list_set_document (LtAgencyList *self, LtDocument *document)
{
  g_return_if_fail (LT_IS_AGENCY_LIST (self));

  if (self->document)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (lt_view_state_get (self->document), self);
    }
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->found);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_set_object (&self->document, document);
  if (document)
    {
      LtRegistry *registry = lt_book_get_registry (lt_document_get_book (document));
      GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (registry)),
                                                          g_object_ref (gtk_column_view_get_sorter (self->table)));

      self->found = gtk_filter_list_model_new (G_LIST_MODEL (sorted), g_object_ref (self->filter));
      self->serial = lt_registry_get_serial (registry);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->found));
      g_signal_connect_swapped (document, "changed", G_CALLBACK (refresh), self);
      g_signal_connect_swapped (lt_view_state_get (document), "notify::names", G_CALLBACK (names_changed_cb), self);
      refresh (self);
    }
  update_stack (self);
}

void
lt_agency_list_set_query (LtAgencyList *self, const char *query)
{
  g_autoptr (LtAgency) selected = NULL;
  guint position;

  g_return_if_fail (LT_IS_AGENCY_LIST (self));

  g_set_object (&selected, self->selected);
  self->refreshing = TRUE;
  lt_agency_filter_set_query (self->filter, query);
  position = find_position (self, selected);
  gtk_single_selection_set_selected (self->selection, position == GTK_INVALID_LIST_POSITION ? 0 : position);
  self->refreshing = FALSE;
  take_selected (self);
  update_stack (self);
}

guint
lt_agency_list_get_n_shown (LtAgencyList *self)
{
  g_return_val_if_fail (LT_IS_AGENCY_LIST (self), 0);

  return self->found ? g_list_model_get_n_items (G_LIST_MODEL (self->found)) : 0;
}

LtAgency *
lt_agency_list_get_selected (LtAgencyList *self)
{
  g_return_val_if_fail (LT_IS_AGENCY_LIST (self), NULL);

  return self->selected;
}

gboolean
lt_agency_list_select (LtAgencyList *self, LtAgency *agency)
{
  guint position;

  g_return_val_if_fail (LT_IS_AGENCY_LIST (self), FALSE);

  position = find_position (self, agency);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  scroll_to (self, position);
  return TRUE;
}

void
lt_agency_list_focus (LtAgencyList *self)
{
  g_return_if_fail (LT_IS_AGENCY_LIST (self));

  gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_DOWN);
}
