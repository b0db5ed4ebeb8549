/* SPDX-License-Identifier: MIT */
#include "app/lt-agency-merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/lt-agency-picker.h"
#include "app/lt-feedback.h"
#include "plan/lt-agency-use.h"
#include "store/lt-agency-edits.h"

struct _LtAgencyMergeDialog
{
  AdwWindow parent_instance;

  LtDocument *document;
  LtAgency *kept;
  LtAgency *merged;
  GtkWidget *opener; /* borrowed: where the toast is shown */

  GtkButton *kept_button;
  GtkButton *merged_button;
  GtkLabel *kept_name;
  GtkLabel *merged_name;
  GtkWidget *swap_button;
  GtkLabel *outcome;
  GtkWidget *merge_button;
};

G_DEFINE_FINAL_TYPE (LtAgencyMergeDialog, lt_agency_merge_dialog, ADW_TYPE_WINDOW)

enum {
  MERGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (LtAgency *agency, const char *field)
{
  return lt_item_get_text (LT_ITEM (agency), lt_item_type_find_field (LT_TYPE_AGENCY, field));
}

/* Entries that name it as their superior or successor, other than @kept. */
static guint
count_leading_to (LtAgencyMergeDialog *self)
{
  LtItem *registry = LT_ITEM (lt_book_get_registry (lt_document_get_book (self->document)));
  gint64 id = lt_item_get_id (LT_ITEM (self->merged));
  guint n = 0;

  for (guint i = 0; i < lt_item_get_n_children (registry); i++)
    {
      LtItem *agency = lt_item_get_child (registry, i);
      gboolean leads = lt_item_get_integer (agency, lt_item_type_find_field (LT_TYPE_AGENCY, "parent_agency")) == id;

      for (guint j = 0; j < lt_item_get_n_children (agency); j++)
        leads = leads || lt_succession_get_successor_id (lt_item_get_child (agency, j)) == id;
      n += leads && agency != LT_ITEM (self->kept);
    }
  return n;
}

static void
add_line (GString *text, char *line)
{
  g_autofree char *owned = line;

  g_string_append_printf (text, "%s• %s", text->len > 0 ? "\n" : "", owned);
}

/* What becomes of what, a line each. */
static char *
dup_outcome (LtAgencyMergeDialog *self)
{
  g_autoptr (GPtrArray) uses = lt_book_gather_uses (lt_document_get_book (self->document), self->merged);
  g_auto (GStrv) names = lt_agency_dup_names (self->merged);
  g_autofree char *joined = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_leading = count_leading_to (self);

  joined = g_strjoinv ("”, “", names);
  add_line (text, g_strdup_printf (_("“%s” will be names of %s."), joined, lt_agency_get_name (self->kept)));
  if (uses->len > 0)
    add_line (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place in the rows counts for it; the words stay.",
                                                  "%u places in the rows count for it; the words stay.", uses->len),
                                     uses->len));
  if (n_leading > 0)
    add_line (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry that led to the other leads to it.",
                                                  "%u entries that led to the other lead to it.", n_leading),
                                     n_leading));
  if (*get_text (self->merged, "note") || *get_text (self->merged, "contact"))
    add_line (text, g_strdup (_("Note and contact are put behind its own.")));
  if (lt_item_get_n_children (LT_ITEM (self->merged)) > 0)
    add_line (text, g_strdup (_("Successors are taken over where it does not have them.")));
  add_line (text, g_strdup_printf (_("The entry “%s” is gone; one step of undo brings all of it back."),
                                   lt_agency_get_name (self->merged)));
  return g_strdup (text->str);
}

static void
show_agency (GtkButton *button, GtkLabel *label, const char *role, LtAgency *agency)
{
  const char *name = agency ? lt_agency_get_name (agency) : _("Choose…");
  g_autofree char *spoken = g_strdup_printf ("%s: %s", role, name);

  gtk_label_set_label (label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
update (LtAgencyMergeDialog *self)
{
  gboolean both = self->kept && self->merged && self->kept != self->merged;
  g_autofree char *outcome = both ? dup_outcome (self) : g_strdup (_("Choose two entries that are the same agency."));

  show_agency (self->kept_button, self->kept_name, _("Stays"), self->kept);
  show_agency (self->merged_button, self->merged_name, _("Goes"), self->merged);
  gtk_label_set_label (self->outcome, outcome);
  gtk_widget_set_sensitive (self->swap_button, self->kept || self->merged);
  gtk_widget_set_sensitive (self->merge_button, both);
}

static void
kept_picked_cb (LtAgencyPicker *picker, LtAgency *agency, LtAgencyMergeDialog *self)
{
  g_set_object (&self->kept, agency);
  update (self);
}

static void
merged_picked_cb (LtAgencyPicker *picker, LtAgency *agency, LtAgencyMergeDialog *self)
{
  lt_agency_merge_dialog_set_other (self, agency);
}

static void
kept_clicked_cb (LtAgencyMergeDialog *self)
{
  LtAgencyPicker *picker = lt_agency_picker_present (GTK_WIDGET (self), self->document, _("Which Entry Stays?"),
                                                     self->merged);

  g_signal_connect_object (picker, "picked", G_CALLBACK (kept_picked_cb), self, 0);
}

static void
merged_clicked_cb (LtAgencyMergeDialog *self)
{
  LtAgencyPicker *picker = lt_agency_picker_present (GTK_WIDGET (self), self->document, _("Which Entry Goes?"),
                                                     self->kept);

  g_signal_connect_object (picker, "picked", G_CALLBACK (merged_picked_cb), self, 0);
}

static void
swap_clicked_cb (LtAgencyMergeDialog *self)
{
  LtAgency *kept = self->kept;

  self->kept = self->merged;
  self->merged = kept;
  update (self);
}

static void
merge_clicked_cb (LtAgencyMergeDialog *self)
{
  g_autoptr (LtAgencyMergeDialog) alive = g_object_ref (self);
  g_autofree char *gone = g_strdup (lt_agency_get_name (self->merged));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!lt_document_merge_agencies (self->document, self->kept, self->merged, &error))
    {
      lt_feedback_error (GTK_WIDGET (self), _("The entries cannot be merged"), error);
      return;
    }
  /* Translators: two agencies; the first one is gone. */
  text = g_strdup_printf (_("“%s” merged into “%s”"), gone, lt_agency_get_name (self->kept));
  lt_feedback_undo_toast (self->opener, text);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[MERGED], 0, self->kept);
}

static void
lt_agency_merge_dialog_dispose (GObject *object)
{
  LtAgencyMergeDialog *self = LT_AGENCY_MERGE_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_object (&self->kept);
  g_clear_object (&self->merged);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_AGENCY_MERGE_DIALOG);

  G_OBJECT_CLASS (lt_agency_merge_dialog_parent_class)->dispose (object);
}

static void
lt_agency_merge_dialog_class_init (LtAgencyMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_agency_merge_dialog_dispose;

  signals[MERGED] = g_signal_new ("merged", LT_TYPE_AGENCY_MERGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, LT_TYPE_AGENCY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lotrinh/LoTrinh/ui/lt-agency-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LtAgencyMergeDialog, kept_button);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyMergeDialog, merged_button);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyMergeDialog, kept_name);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyMergeDialog, merged_name);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyMergeDialog, swap_button);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyMergeDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyMergeDialog, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, kept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, merged_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, swap_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_clicked_cb);
}

static void
lt_agency_merge_dialog_init (LtAgencyMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lt_agency_merge_dialog_new (GtkWidget *widget, LtDocument *document, LtAgency *first)
{
  LtAgencyMergeDialog *self = g_object_new (LT_TYPE_AGENCY_MERGE_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->document = g_object_ref (document);
  self->opener = widget;
  g_set_object (&self->kept, first);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  update (self);
  return GTK_WIDGET (self);
}

void
lt_agency_merge_dialog_set_other (LtAgencyMergeDialog *self, LtAgency *agency)
{
  g_return_if_fail (LT_IS_AGENCY_MERGE_DIALOG (self));

  g_set_object (&self->merged, agency);
  update (self);
}
