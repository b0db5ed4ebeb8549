/* SPDX-License-Identifier: MIT */
#include "app/lt-agency-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/lt-agency-form.h"
#include "app/lt-agency-list.h"
#include "app/lt-agency-merge-dialog.h"
#include "app/lt-drafts.h"
#include "app/lt-feedback.h"
#include "app/lt-names-switch.h"
#include "app/lt-open-phrases.h"
#include "app/lt-reorganisation-dialog.h"
#include "plan/lt-agency-use.h"

struct _LtAgencyView
{
  GtkWidget parent_instance;

  LtDocument *document;
  gboolean stale; /* while nobody sees it */

  GtkSearchEntry *search_entry;
  GtkLabel *count;
  LtNamesSwitch *names;
  GtkStack *stack;
  GtkStackPage *phrases_page;
  LtAgencyList *list;
  GtkStack *forms;
  LtAgencyForm *form;
  LtOpenPhrases *phrases;
};

static void lt_agency_view_view_init (LtViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LtAgencyView, lt_agency_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LT_TYPE_VIEW, lt_agency_view_view_init))

static LtItem *
get_registry (LtAgencyView *self)
{
  return LT_ITEM (lt_book_get_registry (lt_document_get_book (self->document)));
}

static void
show_count (LtAgencyView *self)
{
  guint n = self->document ? lt_item_get_n_children (get_registry (self)) : 0;
  guint n_shown = lt_agency_list_get_n_shown (self->list);
  g_autofree char *text = NULL;

  if (n_shown == n)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u agency", "%u agencies", n), n);
  else
    /* Translators: so many of all agencies are found */
    text = g_strdup_printf (_("%u of %u"), n_shown, n);
  gtk_label_set_label (self->count, text);
}

static void
update_phrases (LtAgencyView *self)
{
  g_autofree char *title = NULL;
  guint n;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  lt_open_phrases_refresh (self->phrases);
  n = lt_open_phrases_get_n (self->phrases);
  /* Translators: words of the plan of which it is not settled which agency they mean; their number */
  title = g_strdup_printf (_("Not Settled (%u)"), n);
  gtk_stack_page_set_title (self->phrases_page, title);
  gtk_stack_page_set_needs_attention (self->phrases_page, n > 0);
}

static void
update_actions (LtAgencyView *self)
{
  gboolean writable = self->document && !lt_document_get_read_only (self->document);
  gboolean selected = self->document && lt_agency_list_get_selected (self->list);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agencies.add", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agencies.merge", writable && selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agencies.remove", writable && selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agencies.reorganise", writable);
}

static void
selected_cb (LtAgencyView *self)
{
  LtAgency *selected = self->document ? lt_agency_list_get_selected (self->list) : NULL;

  lt_agency_form_set_agency (self->form, selected ? self->document : NULL, selected);
  gtk_stack_set_visible_child_name (self->forms, selected ? "agency" : "none");
  update_actions (self);
}

static void
document_changed_cb (LtAgencyView *self)
{
  update_phrases (self);
  show_count (self);
  update_actions (self);
}

static void
search_changed_cb (LtAgencyView *self)
{
  lt_agency_list_set_query (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  show_count (self);
}

/* Search and count are those of the list. */
static void
page_changed_cb (LtAgencyView *self)
{
  gboolean list = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "agencies") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), list);
  gtk_widget_set_visible (GTK_WIDGET (self->count), list);
  gtk_widget_set_visible (GTK_WIDGET (self->names), list);
}

static void
search_stopped_cb (LtAgencyView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  lt_agency_list_focus (self->list);
}

static void
search_activated_cb (LtAgencyView *self)
{
  /* Enter goes from the words to the first row found. */
  lt_agency_list_focus (self->list);
}

/* Words of the search would hide a new entry. */
static void
show_agency (LtAgencyView *self, LtAgency *agency)
{
  gtk_stack_set_visible_child_name (self->stack, "agencies");
  if (!lt_agency_list_select (self->list, agency))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      search_changed_cb (self);
      lt_agency_list_select (self->list, agency);
    }
}

static char *
dup_new_name (LtAgencyView *self)
{
  LtRegistry *registry = LT_REGISTRY (get_registry (self));
  char *name = g_strdup (_("New agency"));

  for (guint i = 2; lt_registry_find (registry, name); i++)
    {
      g_free (name);
      /* Translators: the name of a new agency where there is one already */
      name = g_strdup_printf (_("New agency %u"), i);
    }
  return name;
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LtAgencyView *self = LT_AGENCY_VIEW (widget);
  g_autofree char *name = dup_new_name (self);
  g_autoptr (LtItem) draft = lt_draft_new_agency (name);
  g_autoptr (GError) error = NULL;
  LtItem *agency;

  lt_view_commit (LT_VIEW (self));
  agency = lt_document_add (self->document, get_registry (self), NULL, draft, &error);
  if (agency == NULL)
    {
      lt_feedback_error (widget, _("The agency cannot be added"), error);
      return;
    }
  show_agency (self, LT_AGENCY (agency));
  lt_agency_form_focus_name (self->form);
}

/* Nothing asks first: undo is one click away, and the words of the rows stay. */
static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LtAgencyView *self = LT_AGENCY_VIEW (widget);
  LtAgency *agency = lt_agency_list_get_selected (self->list);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) uses = lt_book_gather_uses (lt_document_get_book (self->document), agency);
  g_autofree char *name = g_strdup (lt_agency_get_name (agency));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, agency);
  if (!lt_document_remove (self->document, items, &error))
    {
      lt_feedback_error (widget, _("The agency cannot be removed"), error);
      return;
    }
  if (uses->len > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” removed; %u place that names it is not settled now",
                                         "“%s” removed; %u places that name it are not settled now", uses->len),
                            name, uses->len);
  else
    text = g_strdup_printf (_("“%s” removed"), name);
  lt_feedback_undo_toast (widget, text);
}

static void
merged_cb (LtAgencyMergeDialog *dialog, LtAgency *kept, LtAgencyView *self)
{
  if (self->document)
    show_agency (self, kept);
}

static void
merge_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LtAgencyView *self = LT_AGENCY_VIEW (widget);
  GtkWidget *dialog;

  lt_view_commit (LT_VIEW (self));
  dialog = lt_agency_merge_dialog_new (widget, self->document, lt_agency_list_get_selected (self->list));
  g_signal_connect_object (dialog, "merged", G_CALLBACK (merged_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
reorganise_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LtAgencyView *self = LT_AGENCY_VIEW (widget);
  GtkWidget *dialog;

  lt_view_commit (LT_VIEW (self));
  dialog = lt_reorganisation_dialog_new (widget, self->document);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
lt_agency_view_set_plan (LtView *view, LtDocument *document, LtPlan *plan)
{
  LtAgencyView *self = LT_AGENCY_VIEW (view);

  if (self->document == document)
    return;
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  lt_agency_form_set_agency (self->form, NULL, NULL);
  lt_agency_list_set_document (self->list, NULL);
  g_set_object (&self->document, document);
  lt_names_switch_set_document (self->names, document);
  lt_agency_list_set_document (self->list, document);
  lt_open_phrases_set_document (self->phrases, document);
  if (document)
    g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
  selected_cb (self);
  document_changed_cb (self);
}

static gboolean
lt_agency_view_commit (LtView *view)
{
  return lt_agency_form_commit (LT_AGENCY_VIEW (view)->form);
}

static gboolean
lt_agency_view_reveal (LtView *view, LtItem *item)
{
  LtAgency *agency = lt_item_get_ancestor (item, LT_TYPE_AGENCY);

  if (agency == NULL)
    return FALSE;
  show_agency (LT_AGENCY_VIEW (view), agency);
  gtk_widget_grab_focus (GTK_WIDGET (LT_AGENCY_VIEW (view)->list));
  return TRUE;
}

static void
lt_agency_view_start_search (LtView *view)
{
  LtAgencyView *self = LT_AGENCY_VIEW (view);

  gtk_stack_set_visible_child_name (self->stack, "agencies");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

static void
lt_agency_view_view_init (LtViewInterface *iface)
{
  iface->set_plan = lt_agency_view_set_plan;
  iface->commit = lt_agency_view_commit;
  iface->reveal = lt_agency_view_reveal;
  iface->start_search = lt_agency_view_start_search;
}

static void
lt_agency_view_map (GtkWidget *widget)
{
  LtAgencyView *self = LT_AGENCY_VIEW (widget);

  GTK_WIDGET_CLASS (lt_agency_view_parent_class)->map (widget);
  if (self->stale)
    update_phrases (self);
}

static void
lt_agency_view_dispose (GObject *object)
{
  LtAgencyView *self = LT_AGENCY_VIEW (object);

  if (self->document)
    lt_agency_view_set_plan (LT_VIEW (self), NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_AGENCY_VIEW);

  G_OBJECT_CLASS (lt_agency_view_parent_class)->dispose (object);
}

static void
lt_agency_view_class_init (LtAgencyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_agency_view_dispose;
  widget_class->map = lt_agency_view_map;

  g_type_ensure (LT_TYPE_AGENCY_LIST);
  g_type_ensure (LT_TYPE_AGENCY_FORM);
  g_type_ensure (LT_TYPE_OPEN_PHRASES);
  g_type_ensure (LT_TYPE_NAMES_SWITCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-agency-view.ui");
  /* Bound, though to no field, so that they are unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "toolbar", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "separator", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyView, count);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyView, names);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyView, stack);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyView, phrases_page);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyView, list);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyView, forms);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyView, form);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyView, phrases);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_install_action (widget_class, "agencies.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "agencies.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "agencies.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "agencies.reorganise", NULL, reorganise_action);
}

static void
lt_agency_view_init (LtAgencyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}
