/* SPDX-License-Identifier: MIT */
#include "app/lt-send-forms-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-day-button.h"
#include "app/lt-export-job.h"
#include "app/lt-export-place.h"
#include "app/lt-feedback.h"
#include "app/lt-file-choice.h"
#include "report/lt-form-recipients.h"
#include "text/lt-text.h"

/* So many names of files are told; of more, how many. */
#define TOLD_MAX 5

/* An agency in the list. */
typedef struct {
  char *name;
  char *folded;
  guint n_led;
  guint n_coordinated;
  GtkCheckButton *check; /* borrowed from the list, as is the label */
  GtkLabel *counts;
} Choice;

struct _LtSendFormsDialog
{
  AdwWindow parent_instance;

  LtDocument *document;
  LtPlan *plan;
  GPtrArray *choices;    /* (element-type Choice), in the order of the recipients */
  GCancellable *writing; /* NULL unless forms are being made */
  char *folder;          /* where they go */

  GtkStack *stack;
  GtkProgressBar *progress;
  GtkStack *agencies;
  GtkEditable *search;
  GtkListBox *list;
  GtkLabel *summary;
  GtkLabel *left_out;
  LtDayButton *as_of;
  LtDayButton *return_by;
  GtkSwitch *coordinated;
  GtkEditable *path;
};

G_DEFINE_FINAL_TYPE (LtSendFormsDialog, lt_send_forms_dialog, ADW_TYPE_WINDOW)

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->name);
  g_free (choice->folded);
  g_free (choice);
}

static gboolean
is_asked (LtSendFormsDialog *self, const Choice *choice)
{
  return choice->n_led > 0 || gtk_switch_get_active (self->coordinated);
}

static gboolean
is_found (LtSendFormsDialog *self, const Choice *choice)
{
  g_autofree char *words = lt_text_dup_folded (gtk_editable_get_text (self->search));

  return strstr (choice->folded, words) != NULL;
}

static gboolean
is_chosen (LtSendFormsDialog *self, const Choice *choice)
{
  return is_asked (self, choice) && gtk_check_button_get_active (choice->check);
}

static gboolean
has_plan (LtSendFormsDialog *self)
{
  return self->plan && lt_item_get_parent (LT_ITEM (self->plan)) != NULL;
}

static char *
dup_counts (const Choice *choice, gboolean coordinated)
{
  g_autofree char *led = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "leads %u row", "leads %u rows", choice->n_led),
                                          choice->n_led);
  g_autofree char *others = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "coordinates %u row", "coordinates %u rows", choice->n_coordinated),
      choice->n_coordinated);

  if (!coordinated || choice->n_coordinated == 0)
    return g_steal_pointer (&led);
  return choice->n_led == 0 ? g_steal_pointer (&others) : g_strconcat (led, " · ", others, NULL);
}

/* What a screen reader says of the row, which shows both in labels. */
static void
name_row (const Choice *choice, const char *counts)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (choice->check), GTK_TYPE_LIST_BOX_ROW);
  g_autofree char *name = g_strdup_printf ("%s, %s", choice->name, counts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (LtSendFormsDialog *self)
{
  guint n = 0;
  guint n_chosen = 0;
  g_autofree char *text = NULL;

  /* The list is given up row by row. */
  if (self->choices == NULL || !has_plan (self))
    return;
  for (guint i = 0; i < self->choices->len; i++)
    {
      n += is_asked (self, g_ptr_array_index (self->choices, i));
      n_chosen += is_chosen (self, g_ptr_array_index (self->choices, i));
    }
  /* Translators: the first is how many of the agencies in the list are ticked. */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u agency will get a form.",
                                       "%u of %u agencies will get a form.", n), n_chosen, n);
  gtk_label_set_label (self->summary, text);
  gtk_stack_set_visible_child_name (self->agencies, n > 0 ? "list" : "nobody");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "send.tick-all", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "send.tick-none", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "send.stop", self->writing != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "send.make",
                                 n_chosen > 0 && self->writing == NULL && *gtk_editable_get_text (self->path));
}

static void
coordinated_cb (LtSendFormsDialog *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);
      g_autofree char *counts = dup_counts (choice, gtk_switch_get_active (self->coordinated));

      gtk_label_set_label (choice->counts, counts);
      name_row (choice, counts);
    }
  gtk_list_box_invalidate_filter (self->list);
  update (self);
}

static void
search_changed_cb (LtSendFormsDialog *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
row_activated_cb (LtSendFormsDialog *self, GtkListBoxRow *row)
{
  Choice *choice = g_object_get_data (G_OBJECT (row), "choice");

  gtk_check_button_set_active (choice->check, !gtk_check_button_get_active (choice->check));
}

static void
add_choice (LtSendFormsDialog *self, const LtFormRecipient *recipient, gboolean chosen)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *name = gtk_label_new (recipient->name);
  GtkWidget *counts = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  choice->name = g_strdup (recipient->name);
  choice->folded = lt_text_dup_folded (recipient->name);
  choice->n_led = recipient->led->len;
  choice->n_coordinated = recipient->coordinated->len;
  choice->check = GTK_CHECK_BUTTON (check);
  choice->counts = GTK_LABEL (counts);
  g_ptr_array_add (self->choices, choice);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, recipient->name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (counts, "dim-label");
  gtk_widget_add_css_class (counts, "numeric");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), counts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "choice", choice);
  gtk_list_box_append (self->list, row);
}

static void
tell_left_out (LtSendFormsDialog *self)
{
  guint n = lt_form_count_without_lead (self->plan);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u assignment names no lead agency and is in none of the forms.",
                   "%u assignments name no lead agency and are in none of the forms.", n), n);

  gtk_label_set_label (self->left_out, text);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), n > 0);
}

/* Whoever was not ticked stays so. */
static void
list_agencies (LtSendFormsDialog *self)
{
  LtDay as_of = lt_day_button_get_day (self->as_of);
  g_autoptr (GHashTable) refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) recipients = NULL;
  GtkWidget *row;

  if (!has_plan (self))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      if (!gtk_check_button_get_active (choice->check))
        g_hash_table_add (refused, g_strdup (choice->name));
    }
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) && GTK_IS_LIST_BOX_ROW (row))
    gtk_list_box_remove (self->list, row);
  g_ptr_array_set_size (self->choices, 0);
  recipients = lt_form_list_recipients (self->plan, as_of == LT_DAY_NONE ? lt_day_today () : as_of);
  for (guint i = 0; i < recipients->len; i++)
    {
      const LtFormRecipient *recipient = g_ptr_array_index (recipients, i);

      add_choice (self, recipient, !g_hash_table_contains (refused, recipient->name));
    }
  tell_left_out (self);
  coordinated_cb (self);
}

static void
tick_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtSendFormsDialog *self = LT_SEND_FORMS_DIALOG (widget);

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      if (is_found (self, choice))
        gtk_check_button_set_active (choice->check, g_str_equal (name, "send.tick-all"));
    }
}

/* In the order of the files that are made of them. */
static GStrv
dup_chosen (LtSendFormsDialog *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      if (is_chosen (self, choice))
        g_strv_builder_add (names, choice->name);
    }
  return g_strv_builder_end (names);
}

/* @agencies is lent to the options. */
static LtExportOptions
get_options (LtSendFormsDialog *self, GStrv agencies)
{
  LtExportOptions options = LT_EXPORT_OPTIONS_INIT;

  options.report = "collection";
  options.plan = lt_item_get_index (LT_ITEM (self->plan)) + 1;
  options.as_of = lt_day_button_get_day (self->as_of);
  options.return_by = lt_day_button_get_day (self->return_by);
  options.coordinated = gtk_switch_get_active (self->coordinated);
  options.agencies = (const char *const *) agencies;
  return options;
}

static void
show_made (LtSendFormsDialog *self, guint n)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *shown = g_filename_display_basename (self->folder);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u form is ready in “%s”", "%u forms are ready in “%s”", n), n, shown);

  if (parent)
    lt_feedback_folder_toast (GTK_WIDGET (parent), text, self->folder);
}

static void
progress_cb (guint n_done, guint n_files, const char *name, gpointer data)
{
  LtSendFormsDialog *self = data;
  g_autofree char *text = NULL;

  if (self->progress == NULL)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u form", "%u of %u forms", n_files), n_done, n_files);
  gtk_progress_bar_set_fraction (self->progress, (double) n_done / MAX (n_files, 1));
  gtk_progress_bar_set_text (self->progress, text);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LtSendFormsDialog) self = data;
  g_autoptr (GError) error = NULL;
  guint n = lt_export_job_write_folder_finish (result, &error);

  g_clear_object (&self->writing);
  if (self->stack == NULL)
    return;
  if (error == NULL)
    {
      show_made (self, n);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "choices");
  update (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lt_feedback_error (GTK_WIDGET (self), _("The forms could not be made"), error);
}

static void
make_forms (LtSendFormsDialog *self, GStrv agencies)
{
  LtExportOptions options = get_options (self, agencies);

  self->writing = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_text (self->progress, "");
  gtk_stack_set_visible_child_name (self->stack, "writing");
  update (self);
  lt_export_job_write_folder_async (lt_document_get_book (self->document), &options, self->folder, self->writing,
                                    progress_cb, made_cb, g_object_ref (self));
}

static gboolean
stands_there (LtSendFormsDialog *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
existing_response_cb (AdwMessageDialog *question, const char *response, LtSendFormsDialog *self)
{
  GStrv agencies = g_object_get_data (G_OBJECT (question), response);

  /* The file may have changed under the question. */
  if (agencies && self->writing == NULL && has_plan (self))
    make_forms (self, agencies);
}

/* @missing: those whose files are not there. Takes both. */
static void
ask_what_of_existing (LtSendFormsDialog *self, GPtrArray *existing, GStrv chosen, GStrv missing)
{
  g_autofree char *heading = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Replace %u form?", "Replace %u forms?", existing->len), existing->len);
  g_autoptr (GString) body = g_string_new (_("These files are in the folder already. What is in them will be lost."));
  GtkWidget *question;

  g_string_append_c (body, '\n');
  for (guint i = 0; i < MIN (existing->len, TOLD_MAX); i++)
    g_string_append_printf (body, "\n%s", (const char *) g_ptr_array_index (existing, i));
  if (existing->len > TOLD_MAX)
    {
      guint n = existing->len - TOLD_MAX;

      g_string_append_c (body, '\n');
      g_string_append_printf (body, g_dngettext (GETTEXT_PACKAGE, "… and %u more", "… and %u more", n), n);
    }
  question = adw_message_dialog_new (GTK_WINDOW (self), heading, body->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"));
  if (missing[0])
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "keep", _("_Keep Them, Make the Others"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (question), "replace", _("_Replace"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_object_set_data_full (G_OBJECT (question), "keep", missing, (GDestroyNotify) g_strfreev);
  g_object_set_data_full (G_OBJECT (question), "replace", chosen, (GDestroyNotify) g_strfreev);
  g_signal_connect_object (question, "response", G_CALLBACK (existing_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (question));
}

static void
make_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LtSendFormsDialog *self = LT_SEND_FORMS_DIALOG (widget);
  g_auto (GStrv) chosen = dup_chosen (self);
  LtExportOptions options = get_options (self, chosen);
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  g_autoptr (GPtrArray) existing = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;

  g_free (self->folder);
  self->folder = lt_export_place_dup_absolute (gtk_editable_get_text (self->path));
  names = lt_export_list_file_names (lt_document_get_book (self->document), &options, "xlsx", &error);
  if (names == NULL)
    {
      lt_feedback_error (widget, _("The forms could not be made"), error);
      return;
    }
  for (guint i = 0; i < names->len; i++)
    if (stands_there (self, g_ptr_array_index (names, i)))
      g_ptr_array_add (existing, g_ptr_array_index (names, i));
    else
      g_strv_builder_add (missing, chosen[i]);
  if (existing->len == 0)
    make_forms (self, chosen);
  else
    ask_what_of_existing (self, existing, g_steal_pointer (&chosen), g_strv_builder_end (missing));
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtSendFormsDialog *self = LT_SEND_FORMS_DIALOG (widget);

  if (self->writing)
    g_cancellable_cancel (self->writing);
}

static void
folder_chosen (GtkWidget *widget, const char *const *paths)
{
  gtk_editable_set_text (LT_SEND_FORMS_DIALOG (widget)->path, paths[0]);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtSendFormsDialog *self = LT_SEND_FORMS_DIALOG (widget);
  GtkFileChooser *chooser = lt_file_choice_new (widget, _("Folder for the Forms"),
                                                GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"));
  g_autofree char *path = lt_export_place_dup_absolute (gtk_editable_get_text (self->path));
  g_autofree char *parent = g_path_get_dirname (path);

  lt_file_choice_begin_in (chooser, g_file_test (path, G_FILE_TEST_IS_DIR) ? path : parent);
  lt_file_choice_show (chooser, folder_chosen);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (LT_SEND_FORMS_DIALOG (widget)->search));
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  Choice *choice = g_object_get_data (G_OBJECT (row), "choice");

  return is_asked (data, choice) && is_found (data, choice);
}

static int
sort_cb (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  const Choice *first = g_object_get_data (G_OBJECT (a), "choice");
  const Choice *second = g_object_get_data (G_OBJECT (b), "choice");

  return lt_text_compare (first->name, second->name);
}

static void
lt_send_forms_dialog_dispose (GObject *object)
{
  LtSendFormsDialog *self = LT_SEND_FORMS_DIALOG (object);

  if (self->writing)
    g_cancellable_cancel (self->writing);
  g_clear_object (&self->document);
  g_clear_object (&self->plan);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_SEND_FORMS_DIALOG);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (lt_send_forms_dialog_parent_class)->dispose (object);
}

static void
lt_send_forms_dialog_class_init (LtSendFormsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_send_forms_dialog_dispose;

  g_type_ensure (LT_TYPE_DAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-send-forms-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LtSendFormsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LtSendFormsDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, LtSendFormsDialog, agencies);
  gtk_widget_class_bind_template_child (widget_class, LtSendFormsDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LtSendFormsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, LtSendFormsDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, LtSendFormsDialog, left_out);
  gtk_widget_class_bind_template_child (widget_class, LtSendFormsDialog, as_of);
  gtk_widget_class_bind_template_child (widget_class, LtSendFormsDialog, return_by);
  gtk_widget_class_bind_template_child (widget_class, LtSendFormsDialog, coordinated);
  gtk_widget_class_bind_template_child (widget_class, LtSendFormsDialog, path);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, coordinated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_agencies);
  gtk_widget_class_install_action (widget_class, "send.make", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "send.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "send.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "send.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "send.tick-all", NULL, tick_action);
  gtk_widget_class_install_action (widget_class, "send.tick-none", NULL, tick_action);
}

static void
lt_send_forms_dialog_init (LtSendFormsDialog *self)
{
  self->choices = g_ptr_array_new_with_free_func (free_choice);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_sort_func (self->list, sort_cb, self, NULL);
}

GtkWidget *
lt_send_forms_dialog_new (LtDocument *document, LtPlan *plan)
{
  LtSendFormsDialog *self = g_object_new (LT_TYPE_SEND_FORMS_DIALOG, NULL);
  g_autofree char *folder = lt_export_place_dup_folder (document);
  g_autofree char *today = lt_day_dup_iso (lt_day_today ());
  g_autofree char *name = g_strconcat ("Biểu thu thập ", today, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  self->document = g_object_ref (document);
  self->plan = g_object_ref (plan);
  gtk_editable_set_text (self->path, path);
  g_signal_connect_object (document, "changed", G_CALLBACK (list_agencies), self, G_CONNECT_SWAPPED);
  list_agencies (self);
  return GTK_WIDGET (self);
}
