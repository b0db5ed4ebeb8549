/* SPDX-License-Identifier: MIT */
#include "app/lt-filter-bar-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-chosen-rows.h"
#include "app/lt-view-state.h"
#include "text/lt-text.h"

typedef struct {
  LtAgency *agency; /* borrowed; NULL where the registry does not know the name */
  const char *name; /* borrowed */
  GHashTable *rows; /* assignments that name it */
} Choice;

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_hash_table_unref (choice->rows);
  g_free (choice);
}

static guint
get_roles (LtFilterBar *self)
{
  guint roles = LT_FILTER_BIT (LT_ROLE_LEAD);

  if (gtk_check_button_get_active (self->with_coordination))
    roles |= LT_FILTER_BIT (LT_ROLE_COORDINATE);
  return roles;
}

static Choice *
take_choice (GHashTable *by_key, GPtrArray *choices, LtAgency *agency, const char *phrase)
{
  const char *name = agency ? lt_agency_get_name (agency) : phrase;
  char *key = lt_text_dup_match_key (name);
  Choice *choice = g_hash_table_lookup (by_key, key);

  if (choice != NULL)
    {
      g_free (key);
      return choice;
    }
  choice = g_new0 (Choice, 1);
  choice->agency = agency;
  choice->name = name;
  choice->rows = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (by_key, key, choice);
  g_ptr_array_add (choices, choice);
  return choice;
}

static void
gather (LtFilterBar *self, LtAssignment *assignment, GHashTable *by_key, GPtrArray *choices)
{
  LtViewState *state = lt_view_state_get (self->document);

  for (LtRole role = LT_ROLE_LEAD; role <= LT_ROLE_COORDINATE; role++)
    {
      GPtrArray *mentions;

      if ((get_roles (self) & LT_FILTER_BIT (role)) == 0)
        continue;
      mentions = lt_assignment_get_mentions (assignment, role);
      for (guint i = 0; i < mentions->len; i++)
        {
          const LtMention *mention = g_ptr_array_index (mentions, i);
          LtAgency *agency = lt_mention_get_agency (mention, lt_view_state_get_names (state), lt_view_state_get_day (state));

          g_hash_table_add (take_choice (by_key, choices, agency, mention->phrase)->rows, assignment);
        }
    }
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const Choice *first = *(Choice *const *) a;
  const Choice *second = *(Choice *const *) b;
  guint first_size = g_hash_table_size (first->rows);
  guint second_size = g_hash_table_size (second->rows);

  if (first_size != second_size)
    return first_size > second_size ? -1 : 1;
  return lt_text_compare (first->name, second->name);
}

static void
add_row (LtFilterBar *self, LtAgency *agency, const char *name, const char *title, guint count)
{
  gboolean chosen = g_strcmp0 (name, lt_filter_get_agency (self->filter)) == 0;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *title_label = gtk_label_new (title);
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *count_label = gtk_label_new (number);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_opacity (mark, chosen ? 1 : 0);
  gtk_label_set_xalign (GTK_LABEL (title_label), 0);
  gtk_label_set_wrap (GTK_LABEL (title_label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title_label), 40);
  gtk_widget_set_hexpand (title_label, TRUE);
  gtk_widget_add_css_class (count_label, "dim-label");
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), title_label);
  gtk_box_append (GTK_BOX (box), count_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "agency", agency ? g_object_ref (agency) : NULL, g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", lt_text_dup_folded (title), g_free);
  gtk_list_box_append (self->agency_list, row);
}

static gboolean
is_row_wanted (GtkListBoxRow *row, gpointer data)
{
  LtFilterBar *self = data;
  const char *folded = g_object_get_data (G_OBJECT (row), "folded");
  g_autofree char *words = lt_text_dup_folded (gtk_editable_get_text (self->agency_search));

  return strstr (folded, words) != NULL;
}

static void
row_activated_cb (LtFilterBar *self, GtkListBoxRow *row)
{
  lt_filter_set_agency (self->filter, g_object_get_data (G_OBJECT (row), "agency"),
                        g_object_get_data (G_OBJECT (row), "name"), get_roles (self));
  gtk_menu_button_popdown (self->agency_button);
}

/* Enter in the search takes the first agency that is left. */
static void
search_activated_cb (LtFilterBar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->agency_list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        row_activated_cb (self, row);
        return;
      }
}

static void
roles_changed_cb (LtFilterBar *self)
{
  const char *name;
  g_autofree char *kept = NULL;
  LtRegistry *registry;

  if (self->updating || self->filter == NULL)
    return;
  registry = lt_book_get_registry (lt_document_get_book (self->document));
  name = lt_filter_get_agency (self->filter);
  kept = g_strdup (name);
  lt_filter_set_agency (self->filter, name ? lt_registry_find (registry, name) : NULL, kept, get_roles (self));
  _lt_filter_bar_update_agencies (self);
}

void
_lt_filter_bar_update_agencies (LtFilterBar *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (free_choice);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->agency_list, 0)) != NULL)
    gtk_list_box_remove (self->agency_list, GTK_WIDGET (row));
  if (self->plan == NULL)
    return;
  rows = lt_chosen_rows_find_without (self->document, self->plan, LT_FILTER_AGENCY);
  for (guint i = 0; i < rows->len; i++)
    gather (self, g_ptr_array_index (rows, i), by_key, choices);
  g_ptr_array_sort (choices, compare_choices);
  add_row (self, NULL, NULL, _("All agencies"), rows->len);
  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (choices, i);

      add_row (self, choice->agency, choice->name, choice->name, g_hash_table_size (choice->rows));
    }
}

void
_lt_filter_bar_add_agencies (LtFilterBar *self)
{
  gtk_list_box_set_filter_func (self->agency_list, is_row_wanted, self, NULL);
  g_signal_connect_swapped (self->agency_list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->agency_search, "changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                            self->agency_list);
  g_signal_connect_swapped (self->agency_search, "activate", G_CALLBACK (search_activated_cb), self);
  g_signal_connect_swapped (self->with_coordination, "toggled", G_CALLBACK (roles_changed_cb), self);
}
