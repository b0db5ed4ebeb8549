/* SPDX-License-Identifier: MIT */
#include "exchange/lt-package.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  GPtrArray *relations;
  const char *folder;
} Reader;

#define CONTENT_TYPES "[Content_Types].xml"

typedef struct {
  const char *part;
  char *type;
} TypeReader;

static void
free_relation (gpointer data)
{
  LtRelation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->part);
  g_free (relation);
}

/* NULL if the steps lead out of the archive. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *joined = *target == '/' ? g_strdup (target + 1)
                                           : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) steps = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (char **step = steps; *step != NULL; step++)
    {
      if (**step == '\0' || strcmp (*step, ".") == 0)
        continue;
      if (strcmp (*step, "..") != 0)
        g_ptr_array_add (kept, *step);
      else if (kept->len > 0)
        g_ptr_array_set_size (kept, (int) kept->len - 1);
      else
        return NULL;
    }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

static void
start_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  Reader *self = data;
  g_autofree char *target = NULL;
  g_autofree char *type = NULL;
  char *part;
  LtRelation *relation;

  if (strcmp (element->name, "Relationship") != 0
      || lt_xml_element_says (element, "TargetMode", "External"))
    return;
  target = lt_xml_element_dup (element, "Target");
  type = lt_xml_element_dup (element, "Type");
  part = target != NULL && type != NULL ? resolve (self->folder, target) : NULL;
  if (part == NULL)
    return;
  relation = g_new0 (LtRelation, 1);
  relation->id = lt_xml_element_dup (element, "Id");
  relation->type = g_path_get_basename (type);
  relation->part = part;
  g_ptr_array_add (self->relations, relation);
}

GPtrArray *
lt_package_read_relations (LtArchive *archive, const char *part, LtBudget *budget, GError **error)
{
  static const LtXmlHandler handler = { start_cb, NULL, NULL };
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (free_relation);
  const char *slash = strrchr (part, '/');
  g_autofree char *folder = g_strndup (part, slash != NULL ? (gsize) (slash - part) : 0);
  g_autofree char *name = g_strdup_printf ("%s%s_rels/%s.rels", folder, *folder ? "/" : "",
                                           slash != NULL ? slash + 1 : part);
  Reader reader = { relations, folder };

  if (lt_archive_has_part (archive, name)
      && !lt_xml_parse_part (archive, name, &handler, &reader, budget, error))
    return NULL;
  return g_steal_pointer (&relations);
}

const char *
lt_package_find_by_id (GPtrArray *relations, const char *id)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const LtRelation *relation = g_ptr_array_index (relations, i);

      if (g_strcmp0 (relation->id, id) == 0)
        return relation->part;
    }
  return NULL;
}

const char *
lt_package_find_by_type (GPtrArray *relations, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const LtRelation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->type, type) == 0)
        return relation->part;
    }
  return NULL;
}

static void
content_type_cb (LtXmlParser *parser, const LtXmlElement *element, gpointer data)
{
  TypeReader *self = data;
  gsize length;
  const char *name = lt_xml_element_find (element, "PartName", &length);

  if (strcmp (element->name, "Override") == 0 && name != NULL && length == strlen (self->part) + 1
      && memcmp (name + 1, self->part, length - 1) == 0 && self->type == NULL)
    self->type = lt_xml_element_dup (element, "ContentType");
}

char *
lt_package_dup_content_type (LtArchive *archive, const char *part, LtBudget *budget, GError **error)
{
  static const LtXmlHandler handler = { content_type_cb, NULL, NULL };
  TypeReader reader = { part, NULL };

  if (lt_archive_has_part (archive, CONTENT_TYPES)
      && !lt_xml_parse_part (archive, CONTENT_TYPES, &handler, &reader, budget, error))
    {
      g_free (reader.type);
      return NULL;
    }
  return reader.type != NULL ? reader.type : g_strdup ("");
}

char *
lt_package_dup_main_part (LtArchive *archive, LtBudget *budget, GError **error)
{
  g_autoptr (GPtrArray) relations = lt_package_read_relations (archive, "", budget, error);
  const char *part;

  if (relations == NULL)
    return NULL;
  part = lt_package_find_by_type (relations, "officeDocument");
  if (part != NULL && g_str_has_suffix (part, ".xml"))
    return g_strdup (part);
  g_set_error_literal (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_FORMAT,
                       _("The file is neither an Excel workbook (.xlsx) nor a Word document "
                         "(.docx). Save it in one of these forms and try again."));
  return NULL;
}
