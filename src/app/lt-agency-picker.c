/* SPDX-License-Identifier: MIT */
#include "app/lt-agency-picker.h"

#include <glib/gi18n-lib.h>

#include "app/lt-agency-words.h"
#include "app/lt-list-label.h"

struct _LtAgencyPicker
{
  AdwWindow parent_instance;

  LtAgency *except;
  GtkFilter *filter;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkWidget *choose_button;
};

G_DEFINE_FINAL_TYPE (LtAgencyPicker, lt_agency_picker, ADW_TYPE_WINDOW)

enum {
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_offered_cb (gpointer item, gpointer data)
{
  return item != data;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < 2; i++)
    gtk_box_append (GTK_BOX (box), lt_list_label_new (0));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_list_item_set_child (list_item, box);
}

/* What tells it from others of a like name: short forms and when it was there. */
static char *
dup_details (LtAgency *agency)
{
  g_autofree char *short_forms = g_strdup (lt_item_get_text (LT_ITEM (agency),
                                                             lt_item_type_find_field (LT_TYPE_AGENCY, "short_forms")));
  g_autofree char *validity = lt_agency_words_dup_validity (agency);
  g_auto (GStrv) lines = g_strsplit (short_forms, "\n", -1);
  g_autofree char *joined = g_strjoinv (", ", lines);

  return g_strconcat (joined, *joined && *validity ? " · " : "", validity, NULL);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  LtAgency *agency = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *details = gtk_widget_get_last_child (box);
  g_autofree char *text = dup_details (agency);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), lt_agency_get_name (agency));
  gtk_label_set_label (GTK_LABEL (details), text);
  gtk_widget_set_visible (details, *text != '\0');
  lt_list_row_set_name (list_item, lt_agency_get_name (agency));
}

static void
update (LtAgencyPicker *self)
{
  gboolean any = gtk_single_selection_get_selected_item (self->selection) != NULL;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "nothing");
  gtk_widget_set_sensitive (self->choose_button, any);
}

static void
search_changed_cb (LtAgencyPicker *self)
{
  lt_agency_filter_set_query (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_single_selection_set_selected (self->selection, 0);
  update (self);
}

void
lt_agency_picker_choose (LtAgencyPicker *self)
{
  LtAgency *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (LtAgency) agency = selected ? g_object_ref (selected) : NULL;
  g_autoptr (LtAgencyPicker) alive = g_object_ref (self);

  if (agency == NULL)
    return;
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[PICKED], 0, agency);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                LtAgencyPicker *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down && selected + 1 < n)
    selected++;
  else if (keyval == GDK_KEY_Up && selected > 0)
    selected--;
  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", selected);
  return GDK_EVENT_STOP;
}

static void
lt_agency_picker_dispose (GObject *object)
{
  LtAgencyPicker *self = LT_AGENCY_PICKER (object);

  g_clear_object (&self->except);
  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_AGENCY_PICKER);

  G_OBJECT_CLASS (lt_agency_picker_parent_class)->dispose (object);
}

static void
lt_agency_picker_class_init (LtAgencyPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_agency_picker_dispose;

  signals[PICKED] = g_signal_new ("picked", LT_TYPE_AGENCY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, LT_TYPE_AGENCY);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-agency-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, LtAgencyPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyPicker, list);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyPicker, selection);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyPicker, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lt_agency_picker_choose);
}

static void
lt_agency_picker_init (LtAgencyPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = lt_agency_filter_new ();
}

/* Sorted by name, without the one that makes no sense here, and searched. */
static void
show_agencies (LtAgencyPicker *self, GListModel *agencies)
{
  GtkFilter *others = GTK_FILTER (gtk_custom_filter_new (is_offered_cb, self->except, NULL));
  GtkFilterListModel *offered = gtk_filter_list_model_new (g_object_ref (agencies), others);
  GtkSortListModel *sorted = gtk_sort_list_model_new (G_LIST_MODEL (offered), lt_agency_sorter_new ());
  g_autoptr (GtkFilterListModel) found = gtk_filter_list_model_new (G_LIST_MODEL (sorted), g_object_ref (self->filter));

  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (found));
  update (self);
}

LtAgencyPicker *
lt_agency_picker_present (GtkWidget *widget, LtDocument *document, const char *heading, LtAgency *except)
{
  LtAgencyPicker *self = g_object_new (LT_TYPE_AGENCY_PICKER, "title", heading, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  g_set_object (&self->except, except);
  show_agencies (self, G_LIST_MODEL (lt_book_get_registry (lt_document_get_book (document))));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  return self;
}

void
lt_agency_picker_offer (LtAgencyPicker *self, GPtrArray *agencies)
{
  g_autoptr (GListStore) store = g_list_store_new (LT_TYPE_AGENCY);

  g_return_if_fail (LT_IS_AGENCY_PICKER (self));

  g_list_store_splice (store, 0, 0, agencies->pdata, agencies->len);
  show_agencies (self, G_LIST_MODEL (store));
}

void
lt_agency_picker_search (LtAgencyPicker *self, const char *query)
{
  g_return_if_fail (LT_IS_AGENCY_PICKER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), query);
  search_changed_cb (self);
}
