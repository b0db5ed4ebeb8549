/* SPDX-License-Identifier: MIT */
#include "app/lt-agency-chip.h"

#include <glib/gi18n-lib.h>

#include "app/lt-agency-picker.h"
#include "app/lt-drafts.h"
#include "app/lt-feedback.h"
#include "app/lt-view-state.h"
#include "store/lt-agency-edits.h"

struct _LtAgencyChip
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtAssignment *row;
  LtRole role;
  LtAgency *agency;
  char *phrase;

  GtkImage *icon;
  GtkLabel *label;
  GtkWidget *button;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (LtAgencyChip, lt_agency_chip, GTK_TYPE_WIDGET)

static gboolean
confirm (LtAgencyChip *self, GError **error)
{
  const char *const phrases[] = { self->phrase, NULL };

  return lt_document_name_phrases (self->document, phrases, self->agency, error);
}

static gboolean
add (LtAgencyChip *self, GError **error)
{
  static const char *const no_phrases[] = { NULL };
  g_autoptr (LtItem) draft = lt_draft_new_agency (self->phrase);

  return lt_document_add_agency_for (self->document, draft, no_phrases, error) != NULL;
}

static void
clicked_cb (LtAgencyChip *self)
{
  /* The chip is made anew as soon as the document has changed. */
  g_autoptr (LtAgencyChip) alive = g_object_ref (self);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!(self->agency ? confirm (self, &error) : add (self, &error)))
    {
      lt_feedback_error (window, _("The agency cannot be added"), error);
      return;
    }
  if (self->agency)
    text = g_strdup_printf (_("“%s” is now known as %s"), self->phrase, lt_agency_get_name (self->agency));
  else
    text = g_strdup_printf (_("“%s” added to the agencies"), self->phrase);
  lt_feedback_undo_toast (window, text);
}

static void
link_phrase (LtAgencyChip *self, LtLinkKind kind, LtAgency *agency)
{
  /* The chip is made anew as soon as the document has changed. */
  g_autoptr (LtAgencyChip) alive = g_object_ref (self);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!lt_document_link_phrase (self->document, self->row, self->role, self->phrase, kind, agency, &error))
    {
      lt_feedback_error (window, _("The words cannot be read otherwise"), error);
      return;
    }
  if (agency == NULL)
    text = g_strdup_printf (_("“%s” names nobody in this row"), self->phrase);
  else
    text = g_strdup_printf (kind == LT_LINK_HEIR ? _("“%s” is done by %s today")
                                                 : _("“%s” means %s in this row"),
                            self->phrase, lt_agency_get_name (agency));
  lt_feedback_undo_toast (window, text);
}

static void
meant_cb (LtAgencyPicker *picker, LtAgency *agency, LtAgencyChip *self)
{
  link_phrase (self, LT_LINK_AGENCY, agency);
}

static void
heir_cb (LtAgencyPicker *picker, LtAgency *agency, LtAgencyChip *self)
{
  link_phrase (self, LT_LINK_HEIR, agency);
}

/* The picker may outlive the place of the chip: an edit elsewhere makes it anew. */
static void
follow_picker (LtAgencyChip *self, LtAgencyPicker *picker, GCallback callback)
{
  g_signal_connect_data (picker, "picked", callback, g_object_ref (self), (GClosureNotify) (void *) g_object_unref, 0);
}

static void
means_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtAgencyChip *self = LT_AGENCY_CHIP (widget);

  follow_picker (self, lt_agency_picker_present (widget, self->document, _("Which Agency Is Meant?"), NULL),
                 G_CALLBACK (meant_cb));
}

static void
heir_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtAgencyChip *self = LT_AGENCY_CHIP (widget);
  LtAgencyPicker *picker = lt_agency_picker_present (widget, self->document, _("Who Does This Today?"), self->agency);
  g_autoptr (GPtrArray) heirs = g_ptr_array_new ();

  for (guint i = 0; i < lt_item_get_n_children (LT_ITEM (self->agency)); i++)
    {
      LtSuccession *succession = lt_item_get_child (LT_ITEM (self->agency), i);
      LtItem *heir = lt_document_find_item (self->document, lt_succession_get_successor_id (succession));

      if (heir && !g_ptr_array_find (heirs, heir, NULL))
        g_ptr_array_add (heirs, heir);
    }
  lt_agency_picker_offer (picker, heirs);
  follow_picker (self, picker, G_CALLBACK (heir_cb));
}

static void
nobody_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  link_phrase (LT_AGENCY_CHIP (widget), LT_LINK_NOT_AGENCY, NULL);
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtAgencyChip *self = LT_AGENCY_CHIP (widget);
  g_autoptr (LtAgencyChip) alive = g_object_ref (self);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autofree char *text = g_strdup_printf (_("“%s” is read by the program again"), self->phrase);
  g_autoptr (GError) error = NULL;

  if (lt_document_unlink_phrase (self->document, self->row, self->role, self->phrase, &error))
    lt_feedback_undo_toast (window, text);
  else
    lt_feedback_error (window, _("The words cannot be read otherwise"), error);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtAgencyChip *self = LT_AGENCY_CHIP (widget);

  gtk_widget_activate_action (widget, "win.reveal", "x", lt_item_get_id (LT_ITEM (self->agency)));
}

static void
lt_agency_chip_dispose (GObject *object)
{
  LtAgencyChip *self = LT_AGENCY_CHIP (object);

  g_clear_object (&self->document);
  g_clear_object (&self->row);
  g_clear_object (&self->agency);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_AGENCY_CHIP);

  G_OBJECT_CLASS (lt_agency_chip_parent_class)->dispose (object);
}

static void
lt_agency_chip_finalize (GObject *object)
{
  g_free (LT_AGENCY_CHIP (object)->phrase);

  G_OBJECT_CLASS (lt_agency_chip_parent_class)->finalize (object);
}

static void
lt_agency_chip_class_init (LtAgencyChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lt_agency_chip_dispose;
  object_class->finalize = lt_agency_chip_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-agency-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, LtAgencyChip, icon);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyChip, label);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyChip, button);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyChip, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_install_action (widget_class, "chip.means", NULL, means_action);
  gtk_widget_class_install_action (widget_class, "chip.heir", NULL, heir_action);
  gtk_widget_class_install_action (widget_class, "chip.nobody", NULL, nobody_action);
  gtk_widget_class_install_action (widget_class, "chip.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "chip.show", NULL, show_action);
}

static void
lt_agency_chip_init (LtAgencyChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_icon (LtAgencyChip *self, const char *style, const char *icon)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), style);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_show (GTK_WIDGET (self->icon));
}

static void
show_doubt (LtAgencyChip *self, const char *style, const char *icon, const char *button)
{
  show_icon (self, style, icon);
  if (!lt_document_get_read_only (self->document))
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", button, self->phrase);

      gtk_button_set_label (GTK_BUTTON (self->button), button);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_show (self->button);
    }
}

/* What the eye sees by colour and sign, in words. */
static void
describe (LtAgencyChip *self, const char *text, const char *hint)
{
  g_autofree char *spoken = g_strdup_printf ("%s. %s", text, hint);
  g_autofree char *menu = g_strdup_printf (_("What “%s” means"), self->phrase);

  gtk_label_set_label (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
}

static LtAgencyChip *
create (LtDocument *document, LtAssignment *row, LtRole role, const char *phrase, LtAgency *agency, gboolean by_hand)
{
  LtAgencyChip *self = g_object_new (LT_TYPE_AGENCY_CHIP, NULL);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = !lt_document_get_read_only (document);

  self->document = g_object_ref (document);
  self->row = g_object_ref (row);
  self->role = role;
  self->agency = agency ? g_object_ref (agency) : NULL;
  self->phrase = g_strdup (phrase);
  gtk_widget_action_set_enabled (widget, "chip.means", writable);
  gtk_widget_action_set_enabled (widget, "chip.heir",
                                 writable && agency && lt_item_get_n_children (LT_ITEM (agency)) > 0);
  gtk_widget_action_set_enabled (widget, "chip.nobody", writable);
  gtk_widget_action_set_enabled (widget, "chip.again", writable && by_hand);
  gtk_widget_action_set_enabled (widget, "chip.show", agency != NULL);
  return self;
}

/* @shown: whom the chip names; not the one of the words where the view shows the names of today. */
static char *
dup_hint (const LtMention *mention, LtAgency *shown)
{
  if (mention->heir)
    return g_strdup_printf (_("“%s”; set by hand: done by %s today."), mention->phrase,
                            lt_agency_get_name (mention->heir));
  if (mention->corrected)
    return g_strdup_printf (_("“%s”; set by hand for this row."), mention->phrase);
  if (mention->agency && mention->doubtful)
    return g_strdup_printf (_("“%s” probably means this agency. Confirm it, and it will be known from now on."),
                            mention->phrase);
  if (shown != mention->agency)
    /* Translators: the words of the cell, and the agency that they named when they were issued */
    return g_strdup_printf (_("“%s”; when this was issued: %s."), mention->phrase, lt_agency_get_name (mention->agency));
  if (mention->agency || mention->group)
    return g_strdup (mention->phrase);
  return g_strdup (mention->doubtful
                     ? _("This looks cut off, or is not an agency. Check the words before adding it.")
                     : _("No agency of this file has this name, short form or variant."));
}

GtkWidget *
lt_agency_chip_new (LtDocument *document, LtAssignment *row, LtRole role, const LtMention *mention)
{
  gboolean by_hand = mention->corrected || mention->heir;
  LtAgencyChip *self = create (document, row, role, mention->phrase, mention->agency, by_hand);
  LtViewState *state = lt_view_state_get (document);
  LtAgency *shown = lt_mention_get_agency (mention, lt_view_state_get_names (state), lt_view_state_get_day (state));
  g_autofree char *hint = dup_hint (mention, shown);

  describe (self, shown ? lt_agency_get_name (shown) : mention->phrase, hint);
  if (by_hand)
    show_icon (self, "corrected", "document-edit-symbolic");
  else if (mention->agency && mention->doubtful)
    show_doubt (self, "doubtful", "dialog-question-symbolic", _("Confirm"));
  else if (mention->agency == NULL && !mention->group)
    show_doubt (self, "unknown", mention->doubtful ? "dialog-question-symbolic" : "dialog-warning-symbolic",
                _("Add Agency"));
  if (mention->group)
    gtk_widget_add_css_class (GTK_WIDGET (self), "group");
  return GTK_WIDGET (self);
}

GtkWidget *
lt_agency_chip_new_dismissed (LtDocument *document, LtAssignment *row, LtRole role, const char *phrase)
{
  LtAgencyChip *self = create (document, row, role, phrase, NULL, TRUE);

  describe (self, phrase, _("Set by hand: names nobody in this row."));
  show_icon (self, "dismissed", "document-edit-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self), "corrected");
  return GTK_WIDGET (self);
}
