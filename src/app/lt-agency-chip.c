/* SPDX-License-Identifier: MIT */
#include "app/lt-agency-chip.h"

#include <glib/gi18n-lib.h>

#include "app/lt-drafts.h"
#include "app/lt-feedback.h"

struct _LtAgencyChip
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtAgency *agency;
  char *phrase;

  GtkImage *icon;
  GtkLabel *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (LtAgencyChip, lt_agency_chip, GTK_TYPE_WIDGET)

static gboolean
confirm (LtAgencyChip *self, GError **error)
{
  const LtField *field = lt_item_type_find_field (LT_TYPE_AGENCY, "variants");
  const char *variants = lt_item_get_text (LT_ITEM (self->agency), field);
  g_autofree char *more = g_strconcat (variants, *variants ? "\n" : "", self->phrase, NULL);

  return lt_document_set (self->document, LT_ITEM (self->agency), field->name, more, error);
}

static gboolean
add (LtAgencyChip *self, GError **error)
{
  LtRegistry *registry = lt_book_get_registry (lt_document_get_book (self->document));
  g_autoptr (LtItem) draft = lt_draft_new_agency (self->phrase);

  return lt_document_add (self->document, LT_ITEM (registry), NULL, draft, error) != NULL;
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
lt_agency_chip_dispose (GObject *object)
{
  LtAgencyChip *self = LT_AGENCY_CHIP (object);

  g_clear_object (&self->document);
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
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
lt_agency_chip_init (LtAgencyChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_doubt (LtAgencyChip *self, const char *style, const char *icon, const char *button, const char *hint)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), style);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_show (GTK_WIDGET (self->icon));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hint);
  if (!lt_document_get_read_only (self->document))
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", button, self->phrase);

      gtk_button_set_label (GTK_BUTTON (self->button), button);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_show (self->button);
    }
}

GtkWidget *
lt_agency_chip_new (LtDocument *document, const LtMention *mention)
{
  LtAgencyChip *self = g_object_new (LT_TYPE_AGENCY_CHIP, NULL);
  g_autofree char *hint = NULL;

  self->document = g_object_ref (document);
  self->agency = mention->agency ? g_object_ref (mention->agency) : NULL;
  self->phrase = g_strdup (mention->phrase);

  gtk_label_set_label (self->label, mention->agency ? lt_agency_get_name (mention->agency) : mention->phrase);
  if (mention->agency && mention->doubtful)
    {
      hint = g_strdup_printf (_("“%s” probably means this agency. Confirm it, and it will be known from now on."),
                              mention->phrase);
      show_doubt (self, "doubtful", "dialog-question-symbolic", _("Confirm"), hint);
    }
  else if (mention->agency == NULL && !mention->group)
    show_doubt (self, "unknown", mention->doubtful ? "dialog-question-symbolic" : "dialog-warning-symbolic",
                _("Add Agency"),
                mention->doubtful ? _("This looks cut off, or is not an agency. Check the words before adding it.")
                                  : _("No agency of this file has this name, short form or variant."));
  else
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), mention->phrase);
  if (mention->group)
    gtk_widget_add_css_class (GTK_WIDGET (self), "group");
  return GTK_WIDGET (self);
}
