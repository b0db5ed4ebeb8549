/* SPDX-License-Identifier: MIT */
#include "app/lt-open-phrases.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/lt-agency-picker.h"
#include "app/lt-drafts.h"
#include "app/lt-feedback.h"
#include "app/lt-list-label.h"
#include "store/lt-agency-edits.h"
#include "store/lt-phrase-edits.h"
#include "text/lt-text.h"

#define LT_TYPE_PHRASE (lt_phrase_get_type ())
G_DECLARE_FINAL_TYPE (LtPhrase, lt_phrase, LT, PHRASE, GObject)

/* An LtOpenPhrase that a list can hold. */
struct _LtPhrase
{
  GObject parent_instance;

  LtOpenPhrase *open;
};

G_DEFINE_FINAL_TYPE (LtPhrase, lt_phrase, G_TYPE_OBJECT)

struct _LtOpenPhrases
{
  GtkWidget parent_instance;

  LtDocument *document;
  GListStore *phrases;

  GtkStack *stack;
  GtkColumnView *table;
  GtkMultiSelection *selection;
  GtkLabel *heading;
  GtkLabel *hint;
  LtAgencyUses *uses;
};

G_DEFINE_FINAL_TYPE (LtOpenPhrases, lt_open_phrases, GTK_TYPE_WIDGET)

static void
lt_phrase_finalize (GObject *object)
{
  lt_open_phrase_free (LT_PHRASE (object)->open);

  G_OBJECT_CLASS (lt_phrase_parent_class)->finalize (object);
}

static void
lt_phrase_class_init (LtPhraseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_phrase_finalize;
}

static void
lt_phrase_init (LtPhrase *self)
{
}

static GPtrArray *
list_selected (LtOpenPhrases *self)
{
  GPtrArray *selected = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->phrases)); i++)
    if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
      g_ptr_array_add (selected, g_list_model_get_item (G_LIST_MODEL (self->phrases), i));
  return selected;
}

/* The words of the phrases, NULL-ended, borrowed from them. */
static GPtrArray *
list_words (GPtrArray *phrases)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < phrases->len; i++)
    g_ptr_array_add (words, ((LtPhrase *) g_ptr_array_index (phrases, i))->open->phrase);
  g_ptr_array_add (words, NULL);
  return words;
}

static gboolean
holds_phrase (LtAssignment *row, LtRole role, const char *key)
{
  GPtrArray *mentions = lt_assignment_get_mentions (row, role);

  for (guint i = 0; i < mentions->len; i++)
    {
      g_autofree char *own = lt_text_dup_match_key (((LtMention *) g_ptr_array_index (mentions, i))->phrase);

      if (strcmp (own, key) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_uses (const LtOpenPhrase *phrase, GPtrArray *uses)
{
  g_autofree char *key = lt_text_dup_match_key (phrase->phrase);

  for (guint i = 0; i < phrase->rows->len; i++)
    for (LtRole role = LT_ROLE_LEAD; role <= LT_ROLE_COORDINATE; role++)
      if (holds_phrase (g_ptr_array_index (phrase->rows, i), role, key))
        {
          LtAgencyUse *use = g_new (LtAgencyUse, 1);

          *use = (LtAgencyUse) { g_object_ref (g_ptr_array_index (phrase->rows, i)), role };
          g_ptr_array_add (uses, use);
        }
}

static void
show_hint (LtOpenPhrases *self, GPtrArray *selected)
{
  const LtOpenPhrase *only = selected->len == 1 ? ((LtPhrase *) g_ptr_array_index (selected, 0))->open : NULL;
  g_autofree char *heading = NULL;
  g_autofree char *hint = NULL;

  if (only)
    heading = g_strdup_printf ("“%s”", only->phrase);
  else
    heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u phrase selected", "%u phrases selected",
                                            selected->len), selected->len);
  if (only && only->suggestion)
    hint = g_strdup_printf (_("Probably %s."), lt_agency_get_name (only->suggestion));
  else if (only)
    hint = g_strdup (_("No agency of this file is called so."));
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->hint, hint ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

static void
update (LtOpenPhrases *self)
{
  g_autoptr (GPtrArray) selected = list_selected (self);
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_agency_use_free);
  gboolean writable = self->document && !lt_document_get_read_only (self->document);
  gboolean suggested = FALSE;

  for (guint i = 0; i < selected->len; i++)
    {
      const LtOpenPhrase *phrase = ((LtPhrase *) g_ptr_array_index (selected, i))->open;

      suggested = suggested || phrase->suggestion;
      add_uses (phrase, uses);
    }
  show_hint (self, selected);
  lt_agency_uses_show (self->uses, uses);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phrases.accept", writable && suggested);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phrases.assign", writable && selected->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phrases.add-each", writable && selected->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phrases.add-one", writable && selected->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "phrases.dismiss", writable && selected->len > 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, lt_list_label_new (0));
}

static void
setup_number_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = lt_list_label_new (1);

  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
set_text (GtkListItem *list_item, const char *text)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
}

static void
bind_phrase_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  set_text (list_item, LT_PHRASE (gtk_list_item_get_item (list_item))->open->phrase);
}

static void
bind_rows_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_autofree char *n = g_strdup_printf ("%u", LT_PHRASE (gtk_list_item_get_item (list_item))->open->rows->len);

  set_text (list_item, n);
}

static void
bind_suggestion_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  LtAgency *suggestion = LT_PHRASE (gtk_list_item_get_item (list_item))->open->suggestion;

  set_text (list_item, suggestion ? lt_agency_get_name (suggestion) : "");
}

/* Tells what was done, and offers the way back. */
static void
finish (LtOpenPhrases *self, gboolean done, guint n, const GError *error)
{
  g_autofree char *text = NULL;

  if (!done)
    {
      lt_feedback_error (GTK_WIDGET (self), _("The phrases cannot be settled"), error);
      return;
    }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u phrase settled", "%u phrases settled", n), n);
  lt_feedback_undo_toast (GTK_WIDGET (self), text);
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtOpenPhrases *self = LT_OPEN_PHRASES (widget);
  g_autoptr (GPtrArray) selected = list_selected (self);
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gboolean done;

  for (guint i = 0; i < selected->len; i++)
    {
      LtOpenPhrase *phrase = ((LtPhrase *) g_ptr_array_index (selected, i))->open;

      if (phrase->suggestion)
        g_ptr_array_add (phrases, phrase);
    }
  done = lt_document_accept_phrases (self->document, phrases, &error);
  finish (self, done, phrases->len, error);
}

static void
picked_cb (LtAgencyPicker *picker, LtAgency *agency, LtOpenPhrases *self)
{
  g_autoptr (GPtrArray) selected = list_selected (self);
  g_autoptr (GPtrArray) words = list_words (selected);
  g_autoptr (GError) error = NULL;
  gboolean done = lt_document_name_phrases (self->document, (const char *const *) words->pdata, agency, &error);

  finish (self, done, selected->len, error);
}

static void
assign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtAgencyPicker *picker = lt_agency_picker_present (widget, LT_OPEN_PHRASES (widget)->document,
                                                     _("Which Agency Is Meant?"), NULL);

  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), widget, 0);
}

static void
add_each_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtOpenPhrases *self = LT_OPEN_PHRASES (widget);
  g_autoptr (GPtrArray) selected = list_selected (self);
  g_autoptr (GPtrArray) words = list_words (selected);
  g_autoptr (GError) error = NULL;
  gboolean done = lt_document_add_agencies_for (self->document, (const char *const *) words->pdata, &error);

  finish (self, done, selected->len, error);
}

/* The longest phrase is most likely the full name; the others are other spellings. */
static void
add_one_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtOpenPhrases *self = LT_OPEN_PHRASES (widget);
  g_autoptr (GPtrArray) selected = list_selected (self);
  g_autoptr (GPtrArray) words = list_words (selected);
  const char *longest = "";
  g_autoptr (LtItem) draft = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  for (guint i = 0; i < selected->len; i++)
    if (g_utf8_strlen (g_ptr_array_index (words, i), -1) > g_utf8_strlen (longest, -1))
      longest = g_ptr_array_index (words, i);
  draft = lt_draft_new_agency (longest);
  done = lt_document_add_agency_for (self->document, draft, (const char *const *) words->pdata, &error) != NULL;
  finish (self, done, selected->len, error);
}

static void
dismiss_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtOpenPhrases *self = LT_OPEN_PHRASES (widget);
  g_autoptr (GPtrArray) selected = list_selected (self);
  g_autoptr (GPtrArray) words = list_words (selected);
  g_autoptr (GError) error = NULL;
  gboolean done = lt_document_dismiss_phrases (self->document, (const char *const *) words->pdata, &error);

  finish (self, done, selected->len, error);
}

static void
lt_open_phrases_dispose (GObject *object)
{
  LtOpenPhrases *self = LT_OPEN_PHRASES (object);

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_OPEN_PHRASES);
  g_clear_object (&self->phrases);

  G_OBJECT_CLASS (lt_open_phrases_parent_class)->dispose (object);
}

static void
lt_open_phrases_class_init (LtOpenPhrasesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_open_phrases_dispose;

  g_type_ensure (LT_TYPE_AGENCY_USES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-open-phrases.ui");
  gtk_widget_class_bind_template_child (widget_class, LtOpenPhrases, stack);
  gtk_widget_class_bind_template_child (widget_class, LtOpenPhrases, table);
  gtk_widget_class_bind_template_child (widget_class, LtOpenPhrases, selection);
  gtk_widget_class_bind_template_child (widget_class, LtOpenPhrases, heading);
  gtk_widget_class_bind_template_child (widget_class, LtOpenPhrases, hint);
  gtk_widget_class_bind_template_child (widget_class, LtOpenPhrases, uses);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_number_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_phrase_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_rows_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_suggestion_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "phrases.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "phrases.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "phrases.add-each", NULL, add_each_action);
  gtk_widget_class_install_action (widget_class, "phrases.add-one", NULL, add_one_action);
  gtk_widget_class_install_action (widget_class, "phrases.dismiss", NULL, dismiss_action);
}

static void
lt_open_phrases_init (LtOpenPhrases *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->phrases = g_list_store_new (LT_TYPE_PHRASE);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->phrases));
  update (self);
}

void
lt_open_phrases_set_document (LtOpenPhrases *self, LtDocument *document)
{
  g_return_if_fail (LT_IS_OPEN_PHRASES (self));

  g_set_object (&self->document, document);
  lt_open_phrases_refresh (self);
}

/* Whether the list shows just these, so that what is selected can stay. */
static gboolean
shows (LtOpenPhrases *self, GPtrArray *open)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->phrases)) != open->len)
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    {
      g_autoptr (LtPhrase) phrase = g_list_model_get_item (G_LIST_MODEL (self->phrases), i);
      const LtOpenPhrase *other = g_ptr_array_index (open, i);

      if (strcmp (phrase->open->phrase, other->phrase) != 0 || phrase->open->suggestion != other->suggestion
          || phrase->open->rows->len != other->rows->len)
        return FALSE;
    }
  return TRUE;
}

void
lt_open_phrases_refresh (LtOpenPhrases *self)
{
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (LT_IS_OPEN_PHRASES (self));

  open = self->document ? lt_book_gather_open_phrases (lt_document_get_book (self->document))
                        : g_ptr_array_new ();
  if (shows (self, open))
    {
      update (self);
      return;
    }
  g_ptr_array_set_free_func (open, NULL);
  for (guint i = 0; i < open->len; i++)
    {
      LtPhrase *phrase = g_object_new (LT_TYPE_PHRASE, NULL);

      phrase->open = g_ptr_array_index (open, i);
      g_ptr_array_add (objects, phrase);
    }
  g_list_store_splice (self->phrases, 0, g_list_model_get_n_items (G_LIST_MODEL (self->phrases)), objects->pdata,
                       objects->len);
  gtk_stack_set_visible_child_name (self->stack, objects->len > 0 ? "phrases" : "empty");
  lt_open_phrases_select (self, 0, 1);
  update (self);
}

guint
lt_open_phrases_get_n (LtOpenPhrases *self)
{
  g_return_val_if_fail (LT_IS_OPEN_PHRASES (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->phrases));
}

void
lt_open_phrases_select (LtOpenPhrases *self, guint first, guint n)
{
  g_return_if_fail (LT_IS_OPEN_PHRASES (self));

  if (first < lt_open_phrases_get_n (self))
    gtk_selection_model_select_range (GTK_SELECTION_MODEL (self->selection), first, n, TRUE);
}
