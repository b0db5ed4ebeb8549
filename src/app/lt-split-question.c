/* SPDX-License-Identifier: MIT */
#include "app/lt-split-question.h"

#include <glib/gi18n-lib.h>

#include "app/lt-list-label.h"

struct _LtSplitQuestion
{
  GtkWidget parent_instance;

  LtReorganisation *reorganisation; /* borrowed */
  LtReorganiseQuestion *question;   /* borrowed */
  gboolean loading;

  GtkLabel *heading;
  GtkDropDown *for_all;
  GtkExpander *expander;
  GtkNoSelection *rows;
};

G_DEFINE_FINAL_TYPE (LtSplitQuestion, lt_split_question, GTK_TYPE_WIDGET)

enum {
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What can be chosen, after @first, which leaves it. */
static GtkStringList *
create_choices (LtSplitQuestion *self, const char *first)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, first);
  for (guint i = 0; i < self->question->successors->len; i++)
    gtk_string_list_append (choices, lt_agency_get_name (g_ptr_array_index (self->question->successors, i)));
  return choices;
}

static void
answer (LtSplitQuestion *self, LtAssignment *row, GtkDropDown *list)
{
  guint selected = gtk_drop_down_get_selected (list);

  if (self->loading || self->question == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  lt_reorganisation_answer (self->reorganisation, self->question, row, (int) selected - 1);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
all_selected_cb (LtSplitQuestion *self)
{
  answer (self, NULL, self->for_all);
}

static void
row_selected_cb (GtkDropDown *list, GParamSpec *pspec, LtSplitQuestion *self)
{
  LtAssignment *row = g_object_get_data (G_OBJECT (list), "lt-row");

  if (row)
    answer (self, row, list);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LtSplitQuestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = lt_list_label_new (0);
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  g_signal_connect (list, "notify::selected", G_CALLBACK (row_selected_cb), self);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LtSplitQuestion *self)
{
  LtAssignment *row = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *list = gtk_widget_get_next_sibling (label);
  g_autoptr (GtkStringList) choices = create_choices (self, _("As for all"));
  g_autofree char *path = lt_item_dup_path (LT_ITEM (row));
  g_autofree char *text = g_strdup_printf ("%s  %s", path,
                                           lt_initiative_get_name (LT_INITIATIVE (lt_item_get_parent (LT_ITEM (row)))));

  gtk_label_set_label (GTK_LABEL (label), text);
  lt_list_row_set_name (list_item, text);
  self->loading = TRUE;
  g_object_set_data (G_OBJECT (list), "lt-row", row);
  gtk_drop_down_set_model (GTK_DROP_DOWN (list), G_LIST_MODEL (choices));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list),
                              (guint) (lt_reorganisation_get_answer (self->reorganisation, self->question, row) + 1));
  self->loading = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, LtSplitQuestion *self)
{
  g_object_set_data (G_OBJECT (gtk_widget_get_last_child (gtk_list_item_get_child (list_item))), "lt-row", NULL);
}

static void
lt_split_question_dispose (GObject *object)
{
  LtSplitQuestion *self = LT_SPLIT_QUESTION (object);

  self->question = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_SPLIT_QUESTION);

  G_OBJECT_CLASS (lt_split_question_parent_class)->dispose (object);
}

static void
lt_split_question_class_init (LtSplitQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_split_question_dispose;

  signals[ANSWERED] = g_signal_new ("answered", LT_TYPE_SPLIT_QUESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-split-question.ui");
  /* Bound, though to no field, so that it is unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "box", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtSplitQuestion, heading);
  gtk_widget_class_bind_template_child (widget_class, LtSplitQuestion, for_all);
  gtk_widget_class_bind_template_child (widget_class, LtSplitQuestion, expander);
  gtk_widget_class_bind_template_child (widget_class, LtSplitQuestion, rows);
  gtk_widget_class_bind_template_callback (widget_class, all_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
lt_split_question_init (LtSplitQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lt_split_question_new (LtReorganisation *reorganisation, LtReorganiseQuestion *question)
{
  LtSplitQuestion *self = g_object_new (LT_TYPE_SPLIT_QUESTION, NULL);
  g_autoptr (GtkStringList) choices = NULL;
  g_autoptr (GListStore) rows = g_list_store_new (LT_TYPE_ASSIGNMENT);
  g_autofree char *heading = g_strdup_printf (_("“%s” was split. Who does its work today?"),
                                              lt_agency_get_name (question->agency));
  g_autofree char *by_row = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Row by row (%u row)", "Row by row (%u rows)",
                                                          question->rows->len), question->rows->len);

  self->reorganisation = reorganisation;
  self->question = question;
  choices = create_choices (self, _("Leave open"));
  self->loading = TRUE;
  gtk_label_set_label (self->heading, heading);
  gtk_drop_down_set_model (self->for_all, G_LIST_MODEL (choices));
  gtk_drop_down_set_selected (self->for_all, (guint) (question->decided + 1));
  self->loading = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->for_all), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_expander_set_label (self->expander, by_row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, by_row, -1);
  g_list_store_splice (rows, 0, 0, question->rows->pdata, question->rows->len);
  gtk_no_selection_set_model (self->rows, G_LIST_MODEL (rows));
  return GTK_WIDGET (self);
}

GtkDropDown *
lt_split_question_get_list (LtSplitQuestion *self)
{
  g_return_val_if_fail (LT_IS_SPLIT_QUESTION (self), NULL);

  return self->for_all;
}
