/* SPDX-License-Identifier: MIT */
#include "app/lt-page-browser.h"

#include <glib/gi18n-lib.h>

struct _LtPageBrowser
{
  GtkWidget parent_instance;

  LtPagePreview *preview;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (LtPageBrowser, lt_page_browser, GTK_TYPE_WIDGET)

static void
update (LtPageBrowser *self)
{
  guint n_pages = lt_page_preview_get_n_pages (self->preview);
  guint page = lt_page_preview_get_page (self->preview);
  g_autofree char *text = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);

  gtk_label_set_label (self->label, n_pages ? text : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.previous", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.next", page + 1 < n_pages);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LtPageBrowser *self = LT_PAGE_BROWSER (widget);
  guint page = lt_page_preview_get_page (self->preview);

  lt_page_preview_set_page (self->preview, g_str_equal (name, "pages.next") ? page + 1 : MAX (page, 1) - 1);
  update (self);
}

static void
lt_page_browser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LT_TYPE_PAGE_BROWSER);

  G_OBJECT_CLASS (lt_page_browser_parent_class)->dispose (object);
}

static void
lt_page_browser_class_init (LtPageBrowserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_page_browser_dispose;

  g_type_ensure (LT_TYPE_PAGE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-page-browser.ui");
  /* Bound, though to no field, so that they are unparented with the rest. */
  gtk_widget_class_bind_template_child_full (widget_class, "scroller", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "pager", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, LtPageBrowser, preview);
  gtk_widget_class_bind_template_child (widget_class, LtPageBrowser, label);
  gtk_widget_class_install_action (widget_class, "pages.previous", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "pages.next", NULL, page_action);
}

static void
lt_page_browser_init (LtPageBrowser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
lt_page_browser_set_pages (LtPageBrowser *self, LtPages *pages)
{
  g_return_if_fail (LT_IS_PAGE_BROWSER (self));

  lt_page_preview_set_pages (self->preview, pages);
  update (self);
}

LtPagePreview *
lt_page_browser_get_preview (LtPageBrowser *self)
{
  g_return_val_if_fail (LT_IS_PAGE_BROWSER (self), NULL);

  return self->preview;
}
