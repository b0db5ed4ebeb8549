/* SPDX-License-Identifier: MIT */
#include "app/lt-reorganisation-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/lt-feedback.h"
#include "app/lt-file-choice.h"
#include "app/lt-list-label.h"
#include "app/lt-split-question.h"
#include "exchange/lt-sample.h"

struct _LtReorganisationDialog
{
  AdwWindow parent_instance;

  LtDocument *document;
  GtkWidget *opener; /* borrowed: where the toast is shown */
  LtReorganisation *reorganisation; /* NULL while none could be read */
  gboolean loading;

  GtkDropDown *source;
  GtkLabel *summary;
  GtkBox *questions;
  GtkWidget *questions_pane;
  GtkListView *steps;
  GtkNoSelection *selection;
  GtkWidget *apply_button;
};

G_DEFINE_FINAL_TYPE (LtReorganisationDialog, lt_reorganisation_dialog, ADW_TYPE_WINDOW)

/* A sign that stands before the word, so that the eye finds the doubtful ones. */
static const char *
get_mark (int certainty)
{
  static const char *const marks[] = { "✓", "≈", "?" };

  return certainty < 0 ? "" : marks[certainty];
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), i == 0);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_hexpand (label, i == 0);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_list_item_set_child (list_item, box);
}

static const LtReorganiseStep *
get_step (LtReorganisationDialog *self, guint position)
{
  GPtrArray *steps = lt_reorganisation_get_steps (self->reorganisation);

  return position < steps->len ? g_ptr_array_index (steps, position) : NULL;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LtReorganisationDialog *self)
{
  const LtReorganiseStep *step = get_step (self, gtk_list_item_get_position (list_item));
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *certainty_label = gtk_widget_get_last_child (box);
  g_autofree char *text = NULL;
  g_autofree char *word = NULL;
  g_autofree char *name = NULL;
  int certainty;

  if (step == NULL)
    return;
  text = lt_reorganisation_dup_step_text (self->reorganisation, step);
  certainty = lt_reorganisation_get_certainty (self->reorganisation, step);
  if (certainty >= 0)
    word = g_strdup_printf ("%s %s", get_mark (certainty), lt_certainty_get_title ((LtCertainty) certainty));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), text);
  gtk_label_set_label (GTK_LABEL (certainty_label), word ? word : "");
  name = word ? g_strdup_printf ("%s %s", text, word) : g_strdup (text);
  lt_list_row_set_name (list_item, name);
  if (certainty == LT_CERTAINTY_UNSURE)
    gtk_widget_add_css_class (certainty_label, "warning");
  else
    gtk_widget_remove_css_class (certainty_label, "warning");
  if (step->kind == LT_REORGANISE_SUCCEED)
    gtk_widget_set_tooltip_text (box, lt_item_get_text (step->source, lt_item_type_find_field (LT_TYPE_SUCCESSION,
                                                                                               "note")));
  else
    gtk_widget_set_tooltip_text (box, NULL);
}

/* One entry for each step; what they say is read when they are shown. */
static void
show_steps (LtReorganisationDialog *self)
{
  g_autoptr (GtkStringList) places = gtk_string_list_new (NULL);
  guint n = self->reorganisation ? lt_reorganisation_get_steps (self->reorganisation)->len : 0;

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (places, "");
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (places));
}

static void
update (LtReorganisationDialog *self)
{
  guint n = self->reorganisation ? lt_reorganisation_get_steps (self->reorganisation)->len : 0;
  GPtrArray *questions = self->reorganisation ? lt_reorganisation_get_questions (self->reorganisation) : NULL;
  guint n_open = self->reorganisation ? lt_reorganisation_count_open (self->reorganisation) : 0;
  g_autofree char *changes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change of the registry.",
                                                           "%u changes of the registry.", n), n);
  g_autofree char *open = NULL;
  g_autofree char *text = NULL;

  if (n_open > 0)
    open = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u split is left open: its rows count under the old name until somebody decides.",
                                         "%u splits are left open: their rows count under the old names until somebody "
                                         "decides.", n_open), n_open);
  if (self->reorganisation == NULL)
    text = g_strdup (_("Nothing is chosen yet."));
  else if (n == 0 && questions->len == 0)
    text = g_strdup (_("There is nothing to do: this file has all of it already, or does not know these agencies."));
  else
    text = g_strdup_printf ("%s %s %s", n > 0 ? changes : "", open ? open : "",
                            _("The words of the rows stay as they were issued."));
  gtk_label_set_label (self->summary, g_strstrip (text));
  gtk_widget_set_sensitive (self->apply_button, n > 0 || (questions && questions->len > n_open));
}

static void
show_questions (LtReorganisationDialog *self)
{
  GPtrArray *questions = self->reorganisation ? lt_reorganisation_get_questions (self->reorganisation) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->questions))))
    gtk_box_remove (self->questions, child);
  for (guint i = 0; questions && i < questions->len; i++)
    {
      GtkWidget *question = lt_split_question_new (self->reorganisation, g_ptr_array_index (questions, i));

      g_signal_connect_swapped (question, "answered", G_CALLBACK (update), self);
      gtk_box_append (self->questions, question);
    }
  gtk_widget_set_visible (self->questions_pane, questions && questions->len > 0);
}

static void
show (LtReorganisationDialog *self, LtBook *data)
{
  LtReorganisation *old = self->reorganisation;

  self->reorganisation = data ? lt_reorganisation_new (self->document, data) : NULL;
  show_questions (self);
  show_steps (self);
  g_clear_pointer (&old, lt_reorganisation_free);
  update (self);
}

static void
source_selected_cb (LtReorganisationDialog *self)
{
  guint choice = gtk_drop_down_get_selected (self->source);
  const char *const *names = lt_sample_list_reorganisations ();
  g_autoptr (LtBook) data = NULL;
  g_autoptr (GError) error = NULL;

  if (self->loading || self->document == NULL || choice >= g_strv_length ((char **) names))
    return;
  data = lt_sample_new_reorganisation (names[choice], &error);
  if (data == NULL)
    lt_feedback_error (GTK_WIDGET (self), _("The reorganisation cannot be read"), error);
  show (self, data);
}

/* The file's name stands behind those that come with the program. */
static void
name_source (LtReorganisationDialog *self, const char *path)
{
  GtkStringList *sources = GTK_STRING_LIST (gtk_drop_down_get_model (self->source));
  guint n_shipped = g_strv_length ((char **) lt_sample_list_reorganisations ());
  g_autofree char *name = g_filename_display_basename (path);
  const char *const added[] = { name, NULL };

  self->loading = TRUE;
  gtk_string_list_splice (sources, n_shipped, g_list_model_get_n_items (G_LIST_MODEL (sources)) - n_shipped, added);
  gtk_drop_down_set_selected (self->source, n_shipped);
  self->loading = FALSE;
}

void
lt_reorganisation_dialog_load (LtReorganisationDialog *self, const char *path)
{
  g_autoptr (LtBook) data = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (LT_IS_REORGANISATION_DIALOG (self));

  data = lt_sample_load_reorganisation (path, &error);
  if (data == NULL)
    {
      lt_feedback_error (GTK_WIDGET (self), _("The reorganisation cannot be read"), error);
      return;
    }
  name_source (self, path);
  show (self, data);
}

static void
file_chosen (GtkWidget *widget, const char *const *paths)
{
  lt_reorganisation_dialog_load (LT_REORGANISATION_DIALOG (widget), paths[0]);
}

static void
open_clicked_cb (LtReorganisationDialog *self)
{
  static const char *const endings[] = { "json", NULL };
  GtkFileChooser *chooser = lt_file_choice_new (GTK_WIDGET (self), _("Open a Reorganisation"),
                                                GTK_FILE_CHOOSER_ACTION_OPEN, NULL);

  lt_file_choice_add_filter (chooser, _("Reorganisations (.json)"), endings);
  lt_file_choice_show (chooser, file_chosen);
}

static void
apply_clicked_cb (LtReorganisationDialog *self)
{
  g_autoptr (LtReorganisationDialog) alive = g_object_ref (self);
  guint n = lt_reorganisation_get_steps (self->reorganisation)->len;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!lt_document_reorganise (self->document, self->reorganisation, &error))
    {
      lt_feedback_error (GTK_WIDGET (self), _("The reorganisation cannot be applied"), error);
      return;
    }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Agencies reorganised: %u change",
                                       "Agencies reorganised: %u changes", n), n);
  lt_feedback_undo_toast (self->opener, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
lt_reorganisation_dialog_dispose (GObject *object)
{
  LtReorganisationDialog *self = LT_REORGANISATION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_REORGANISATION_DIALOG);
  g_clear_pointer (&self->reorganisation, lt_reorganisation_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (lt_reorganisation_dialog_parent_class)->dispose (object);
}

static void
lt_reorganisation_dialog_class_init (LtReorganisationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_reorganisation_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lotrinh/LoTrinh/ui/lt-reorganisation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LtReorganisationDialog, source);
  gtk_widget_class_bind_template_child (widget_class, LtReorganisationDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, LtReorganisationDialog, questions);
  gtk_widget_class_bind_template_child (widget_class, LtReorganisationDialog, questions_pane);
  gtk_widget_class_bind_template_child (widget_class, LtReorganisationDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, LtReorganisationDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, LtReorganisationDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
}

static void
lt_reorganisation_dialog_init (LtReorganisationDialog *self)
{
  g_autoptr (GtkStringList) sources = gtk_string_list_new (NULL);
  const char *title;

  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; (title = lt_sample_get_reorganisation_title (i)); i++)
    gtk_string_list_append (sources, title);
  gtk_drop_down_set_model (self->source, G_LIST_MODEL (sources));
  self->loading = FALSE;
  update (self);
}

GtkWidget *
lt_reorganisation_dialog_new (GtkWidget *widget, LtDocument *document)
{
  LtReorganisationDialog *self = g_object_new (LT_TYPE_REORGANISATION_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->document = g_object_ref (document);
  self->opener = widget;
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  source_selected_cb (self);
  return GTK_WIDGET (self);
}
