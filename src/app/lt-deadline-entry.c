/* SPDX-License-Identifier: MIT */
#include "app/lt-deadline-entry.h"

#include <glib/gi18n-lib.h>

struct _LtDeadlineEntry
{
  GtkWidget parent_instance;

  LtDocument *document;

  LtFieldEntry *words;
  GtkWidget *meaning_box;
  GtkImage *meaning_icon;
  GtkLabel *meaning;
};

G_DEFINE_FINAL_TYPE (LtDeadlineEntry, lt_deadline_entry, GTK_TYPE_WIDGET)

/* The days that stand beside the words because somebody set them by hand. */
static gboolean
is_corrected (LtItem *item)
{
  return !lt_item_field_is_default (item, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "start_day"))
         || !lt_item_field_is_default (item, lt_item_type_find_field (LT_TYPE_ASSIGNMENT, "end_day"));
}

static char *
dup_meaning (LtDeadlineEntry *self, LtItem *item, const char *text, gboolean *doubtful)
{
  LtPlan *plan = lt_item_get_ancestor (item, LT_TYPE_PLAN);
  LtDeadlineContext context = plan ? lt_plan_get_deadline_context (plan)
                                   : (LtDeadlineContext) { 0, LT_DAY_NONE };
  gboolean strict = plan && lt_plan_get_strict_before (plan);
  g_autoptr (LtDeadline) parsed = lt_deadline_parse (text, &context);
  g_autofree char *meaning = NULL;

  *doubtful = parsed->kind == LT_DEADLINE_UNKNOWN;
  if (is_corrected (item))
    {
      meaning = lt_deadline_dup_meaning (lt_assignment_get_deadline (LT_ASSIGNMENT (item)), strict);
      *doubtful = FALSE;
      /* Translators: %s is what a deadline means, such as "Due 31/12/2024" */
      return g_strdup_printf (_("%s (days set by hand)"), meaning);
    }
  meaning = lt_deadline_dup_meaning (parsed, strict);
  if (parsed->year_assumed)
    /* Translators: %s is what a deadline means, such as "Due 31/12/2024" */
    return g_strdup_printf (_("%s (the year is the plan’s)"), meaning);
  return g_steal_pointer (&meaning);
}

static void
update (LtDeadlineEntry *self)
{
  LtItem *item = lt_field_entry_get_item (self->words);
  g_autofree char *text = lt_field_entry_dup_text (self->words);
  g_autofree char *meaning = NULL;
  gboolean doubtful = FALSE;

  if (item)
    meaning = dup_meaning (self, item, text, &doubtful);
  gtk_widget_set_visible (self->meaning_box, meaning && *meaning);
  gtk_label_set_label (self->meaning, meaning ? meaning : "");
  gtk_image_set_from_icon_name (self->meaning_icon, doubtful ? "dialog-question-symbolic" : "x-office-calendar-symbolic");
  if (doubtful)
    gtk_widget_add_css_class (self->meaning_box, "warning");
  else
    gtk_widget_remove_css_class (self->meaning_box, "warning");
}

static gboolean
lt_deadline_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LT_DEADLINE_ENTRY (widget)->words));
}

static void
lt_deadline_entry_dispose (GObject *object)
{
  LtDeadlineEntry *self = LT_DEADLINE_ENTRY (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_DEADLINE_ENTRY);

  G_OBJECT_CLASS (lt_deadline_entry_parent_class)->dispose (object);
}

static void
lt_deadline_entry_class_init (LtDeadlineEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_deadline_entry_dispose;
  widget_class->grab_focus = lt_deadline_entry_grab_focus;

  g_type_ensure (LT_TYPE_FIELD_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-deadline-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, LtDeadlineEntry, words);
  gtk_widget_class_bind_template_child (widget_class, LtDeadlineEntry, meaning_box);
  gtk_widget_class_bind_template_child (widget_class, LtDeadlineEntry, meaning_icon);
  gtk_widget_class_bind_template_child (widget_class, LtDeadlineEntry, meaning);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
lt_deadline_entry_init (LtDeadlineEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lt_deadline_entry_set_item (LtDeadlineEntry *self, LtDocument *document, LtAssignment *item)
{
  g_return_if_fail (LT_IS_DEADLINE_ENTRY (self));

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  /* The plan's year and the days set by hand change the meaning without a keystroke. */
  if (document)
    g_signal_connect_swapped (document, "changed", G_CALLBACK (update), self);
  lt_field_entry_set_item (self->words, document, (LtItem *) item);
}

gboolean
lt_deadline_entry_commit (LtDeadlineEntry *self)
{
  return lt_field_entry_commit (self->words);
}

LtFieldEntry *
lt_deadline_entry_get_words (LtDeadlineEntry *self)
{
  g_return_val_if_fail (LT_IS_DEADLINE_ENTRY (self), NULL);

  return self->words;
}

const char *
lt_deadline_entry_get_meaning (LtDeadlineEntry *self)
{
  g_return_val_if_fail (LT_IS_DEADLINE_ENTRY (self), NULL);

  return gtk_label_get_label (self->meaning);
}
