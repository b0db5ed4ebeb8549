/* SPDX-License-Identifier: MIT */
#include "app/lt-agency-form.h"

#include <glib/gi18n-lib.h>

#include "app/lt-agency-picker.h"
#include "app/lt-agency-ref-entry.h"
#include "app/lt-agency-words.h"
#include "app/lt-choice-entry.h"
#include "app/lt-feedback.h"
#include "app/lt-succession-row.h"
#include "app/lt-view-state.h"
#include "plan/lt-agency-use.h"

#define N_ENTRIES 7

struct _LtAgencyForm
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtAgency *agency;
  gboolean stale; /* the uses, while nobody sees them */

  GtkWidget *scroller;
  GtkLabel *heading;
  GtkLabel *origin;
  GtkStack *stack;
  GtkStackPage *uses_page;
  LtFieldEntry *entries[N_ENTRIES];
  LtChoiceEntry *kind;
  LtAgencyRefEntry *parent_agency;
  GtkBox *successors;
  GtkLabel *successors_hint;
  LtAgencyUses *uses;
};

G_DEFINE_FINAL_TYPE (LtAgencyForm, lt_agency_form, GTK_TYPE_WIDGET)

static const char *const entry_names[N_ENTRIES] = {
  "name_entry", "short_forms_entry", "variants_entry", "valid_from_entry", "valid_to_entry", "note_entry",
  "contact_entry",
};

static char *
dup_origin (LtAgency *agency)
{
  g_autofree char *validity = lt_agency_words_dup_validity (agency);
  LtDay today = lt_day_today ();
  LtAgency *current = lt_agency_get_current (agency, today);

  if (lt_agency_is_split (agency, today))
    /* Translators: when an agency was there: "to 28/02/2025" */
    return g_strdup_printf (_("%s; split, and nobody has said who follows"), validity);
  if (current != agency)
    /* Translators: when an agency was there, and who does its work today */
    return g_strdup_printf (_("%s; today %s"), *validity ? validity : "–", lt_agency_get_name (current));
  return g_strdup (validity);
}

static void
update_uses (LtAgencyForm *self)
{
  LtNames names = lt_view_state_get_names (lt_view_state_get (self->document));
  g_autoptr (GPtrArray) uses = NULL;
  g_autofree char *title = NULL;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  uses = lt_book_gather_uses_by (lt_document_get_book (self->document), self->agency, names, LT_DAY_NONE);
  /* Translators: %u is a number of rows */
  title = g_strdup_printf (_("Where Used (%u)"), uses->len);
  gtk_stack_page_set_title (self->uses_page, title);
  lt_agency_uses_show (self->uses, uses);
}

static LtSuccessionRow *
find_row (LtAgencyForm *self, LtSuccession *succession)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->successors)); row;
       row = gtk_widget_get_next_sibling (row))
    if (lt_succession_row_get_succession (LT_SUCCESSION_ROW (row)) == succession)
      return LT_SUCCESSION_ROW (row);
  return NULL;
}

/* Rows that stay are kept: something may just be typed into one of them. */
static void
update_successors (LtAgencyForm *self)
{
  GtkWidget *next;
  GtkWidget *last = NULL;
  guint n = self->agency ? lt_item_get_n_children (LT_ITEM (self->agency)) : 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->successors)); row; row = next)
    {
      LtItem *succession = LT_ITEM (lt_succession_row_get_succession (LT_SUCCESSION_ROW (row)));

      next = gtk_widget_get_next_sibling (row);
      if (self->agency == NULL || lt_item_get_parent (succession) != LT_ITEM (self->agency))
        gtk_box_remove (self->successors, row);
    }
  for (guint i = 0; i < n; i++)
    {
      LtSuccession *succession = lt_item_get_child (LT_ITEM (self->agency), i);
      GtkWidget *row = GTK_WIDGET (find_row (self, succession));

      if (row)
        gtk_box_reorder_child_after (self->successors, row, last);
      else
        {
          row = lt_succession_row_new (self->document, succession);
          gtk_box_insert_child_after (self->successors, row, last);
        }
      last = row;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->successors), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->successors_hint), n == 0);
}

static void
update (LtAgencyForm *self)
{
  g_autofree char *origin = NULL;

  if (lt_item_get_parent (LT_ITEM (self->agency)) == NULL)
    return;
  origin = dup_origin (self->agency);
  gtk_label_set_label (self->heading, lt_agency_get_name (self->agency));
  gtk_label_set_label (self->origin, origin);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), *origin != '\0');
  update_uses (self);
}

static void
picked_cb (LtAgencyPicker *picker, LtAgency *successor, LtAgencyForm *self)
{
  g_autoptr (LtItem) draft = lt_item_new_draft (LT_TYPE_SUCCESSION, 0);
  g_autoptr (GError) error = NULL;
  LtDay since;

  if (self->agency == NULL)
    return;
  since = lt_agency_get_valid_to (self->agency);
  lt_item_set_integer (draft, lt_item_type_find_field (LT_TYPE_SUCCESSION, "successor"),
                       lt_item_get_id (LT_ITEM (successor)));
  /* The work goes on the day after the last one. */
  if (since != LT_DAY_NONE)
    lt_item_set_integer (draft, lt_item_type_find_field (LT_TYPE_SUCCESSION, "since"), since + 1);
  if (lt_document_add (self->document, LT_ITEM (self->agency), NULL, draft, &error) == NULL)
    lt_feedback_error (GTK_WIDGET (self), _("The successor cannot be added"), error);
}

static void
add_successor_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtAgencyForm *self = LT_AGENCY_FORM (widget);
  LtAgencyPicker *picker;

  lt_agency_form_commit (self);
  picker = lt_agency_picker_present (widget, self->document, _("Who Follows?"), self->agency);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, 0);
}

static void
lt_agency_form_map (GtkWidget *widget)
{
  LtAgencyForm *self = LT_AGENCY_FORM (widget);

  GTK_WIDGET_CLASS (lt_agency_form_parent_class)->map (widget);
  if (self->agency && self->stale)
    update (self);
}

static void
lt_agency_form_dispose (GObject *object)
{
  LtAgencyForm *self = LT_AGENCY_FORM (object);

  if (self->document)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (lt_view_state_get (self->document), self);
    }
  if (self->agency)
    g_signal_handlers_disconnect_by_data (self->agency, self);
  g_clear_object (&self->agency);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_AGENCY_FORM);

  G_OBJECT_CLASS (lt_agency_form_parent_class)->dispose (object);
}

static void
lt_agency_form_class_init (LtAgencyFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_agency_form_dispose;
  widget_class->map = lt_agency_form_map;

  g_type_ensure (LT_TYPE_FIELD_ENTRY);
  g_type_ensure (LT_TYPE_CHOICE_ENTRY);
  g_type_ensure (LT_TYPE_AGENCY_REF_ENTRY);
  g_type_ensure (LT_TYPE_AGENCY_USES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-agency-form.ui");
  /* Bound, though to no field, so that it is unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "box", FALSE, 0);
  for (guint i = 0; i < N_ENTRIES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, entry_names[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (LtAgencyForm, entries)
                                                         + i * sizeof (LtFieldEntry *)));
  gtk_widget_class_bind_template_child (widget_class, LtAgencyForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyForm, heading);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyForm, origin);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyForm, stack);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyForm, uses_page);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyForm, kind);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyForm, parent_agency);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyForm, successors);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyForm, successors_hint);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyForm, uses);
  gtk_widget_class_install_action (widget_class, "agency-form.add-successor", NULL, add_successor_action);
}

static void
lt_agency_form_init (LtAgencyForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lt_agency_form_set_agency (LtAgencyForm *self, LtDocument *document, LtAgency *agency)
{
  LtItem *item = (LtItem *) agency;

  g_return_if_fail (LT_IS_AGENCY_FORM (self));

  if (self->agency == agency && self->document == document)
    return;
  lt_agency_form_commit (self);
  if (self->document)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (lt_view_state_get (self->document), self);
    }
  if (self->agency)
    g_signal_handlers_disconnect_by_data (self->agency, self);
  g_set_object (&self->document, document);
  g_set_object (&self->agency, agency);

  for (guint i = 0; i < N_ENTRIES; i++)
    lt_field_entry_set_item (self->entries[i], document, item);
  lt_choice_entry_set_item (self->kind, document, item);
  lt_agency_ref_entry_set_item (self->parent_agency, document, item);
  update_successors (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agency-form.add-successor",
                                 document && !lt_document_get_read_only (document));
  if (agency)
    {
      g_signal_connect_swapped (document, "changed", G_CALLBACK (update), self);
      g_signal_connect_swapped (agency, "items-changed", G_CALLBACK (update_successors), self);
      g_signal_connect_swapped (lt_view_state_get (document), "notify::names", G_CALLBACK (update_uses), self);
      update (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
    }
}

LtAgency *
lt_agency_form_get_agency (LtAgencyForm *self)
{
  g_return_val_if_fail (LT_IS_AGENCY_FORM (self), NULL);

  return self->agency;
}

gboolean
lt_agency_form_commit (LtAgencyForm *self)
{
  gboolean stored = TRUE;

  g_return_val_if_fail (LT_IS_AGENCY_FORM (self), FALSE);

  for (guint i = 0; i < N_ENTRIES; i++)
    stored = lt_field_entry_commit (self->entries[i]) && stored;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->successors)); row;
       row = gtk_widget_get_next_sibling (row))
    stored = lt_succession_row_commit (LT_SUCCESSION_ROW (row)) && stored;
  return stored;
}

LtAgencyUses *
lt_agency_form_get_uses (LtAgencyForm *self)
{
  g_return_val_if_fail (LT_IS_AGENCY_FORM (self), NULL);

  return self->uses;
}

void
lt_agency_form_focus_name (LtAgencyForm *self)
{
  g_return_if_fail (LT_IS_AGENCY_FORM (self));

  gtk_stack_set_visible_child_name (self->stack, "details");
  gtk_widget_child_focus (GTK_WIDGET (self->entries[0]), GTK_DIR_TAB_FORWARD);
}
