/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "exchange/lt-json.h"

/* In these texts ' stands for ". */
#define BOOK(body) "{'format':'lotrinh','version':1," body "}"
#define AGENCY(body) BOOK ("'agencies':[{" body "}]")
#define PLAN(body) BOOK ("'plans':[{" body "}]")
#define ASSIGNMENT(body) PLAN ("'initiatives':[{'assignments':[{" body "}]}]")
#define TARGET(body) ASSIGNMENT ("'outcomes':[{'targets':[{" body "}]}]")

typedef struct {
  const char *json;
  LtExchangeError code;
  const char *message; /* a part of it */
} BadInput;

static const BadInput bad_inputs[] = {
  /* no JSON */
  { "", LT_EXCHANGE_ERROR_FORMAT, "breaks off" },
  { "   \n ", LT_EXCHANGE_ERROR_FORMAT, "line 2" },
  { "hello", LT_EXCHANGE_ERROR_FORMAT, "not JSON" },
  { "PK\x03\x04", LT_EXCHANGE_ERROR_FORMAT, "not JSON" },
  { "{", LT_EXCHANGE_ERROR_FORMAT, "breaks off" },
  { "{'format':'lotrinh',\n'version':1,\n'plans':[", LT_EXCHANGE_ERROR_FORMAT, "line 3" },
  { "{'format':'lotr", LT_EXCHANGE_ERROR_FORMAT, "breaks off" },
  { "{'format':'lotrinh','version':1,}", LT_EXCHANGE_ERROR_FORMAT, "character 33" },
  { "{'format' 'lotrinh'}", LT_EXCHANGE_ERROR_FORMAT, "line 1" },
  { "{format:'lotrinh'}", LT_EXCHANGE_ERROR_FORMAT, "not JSON" },
  { BOOK ("'plans':[]") " x", LT_EXCHANGE_ERROR_FORMAT, "behind its end" },
  { BOOK ("'plans':[]") BOOK ("'plans':[]"), LT_EXCHANGE_ERROR_FORMAT, "behind its end" },
  { BOOK ("/* no */ 'plans':[]"), LT_EXCHANGE_ERROR_FORMAT, "line 1" },
  { PLAN ("'title':'\xff'"), LT_EXCHANGE_ERROR_FORMAT, "UTF-8" },
  { PLAN ("'title':'\xc3'"), LT_EXCHANGE_ERROR_FORMAT, "UTF-8" },
  { PLAN ("'title':'\xed\xa0\x80'"), LT_EXCHANGE_ERROR_FORMAT, "UTF-8" },
  { PLAN ("'title':'\\ud800'"), LT_EXCHANGE_ERROR_FORMAT, "line 1" },
  { PLAN ("'title':'\\u0000'"), LT_EXCHANGE_ERROR_FORMAT, "null character" },
  { PLAN ("'ti\\u0000tle':'a'"), LT_EXCHANGE_ERROR_FORMAT, "null character" },
  { PLAN ("'title':'a\x01'"), LT_EXCHANGE_ERROR_FORMAT, "not JSON" },
  { PLAN ("'title':'a','title':'b'"), LT_EXCHANGE_ERROR_FORMAT, "twice" },
  { "{'format':'lotrinh','format':'lotrinh','version':1}", LT_EXCHANGE_ERROR_FORMAT, "twice" },
  { TARGET ("'value':NaN"), LT_EXCHANGE_ERROR_FORMAT, "not JSON" },
  { TARGET ("'value':Infinity"), LT_EXCHANGE_ERROR_FORMAT, "not JSON" },
  { TARGET ("'value':01"), LT_EXCHANGE_ERROR_FORMAT, "not JSON" },
  { TARGET ("'value':1,5"), LT_EXCHANGE_ERROR_FORMAT, "not JSON" },
  { TARGET ("'value':1e999"), LT_EXCHANGE_ERROR_FORMAT, "too large" },
  { TARGET ("'value':-1e999"), LT_EXCHANGE_ERROR_FORMAT, "too large" },
  { PLAN ("'year':9223372036854775808"), LT_EXCHANGE_ERROR_FORMAT, "too large" },

  /* JSON, but not ours */
  { "[]", LT_EXCHANGE_ERROR_FORMAT, "not a plan of this program" },
  { "{}", LT_EXCHANGE_ERROR_FORMAT, "not a plan of this program" },
  { "{'version':1,'plans':[]}", LT_EXCHANGE_ERROR_FORMAT, "not a plan of this program" },
  { "{'format':'geojson','version':1}", LT_EXCHANGE_ERROR_FORMAT, "not a plan of this program" },
  { "{'format':1,'version':1}", LT_EXCHANGE_ERROR_FORMAT, "not a plan of this program" },
  { "{'format':'lotrinh'}", LT_EXCHANGE_ERROR_CONTENT, "version must be" },
  { "{'format':'lotrinh','version':'1'}", LT_EXCHANGE_ERROR_CONTENT, "version must be" },
  { "{'format':'lotrinh','version':1.0}", LT_EXCHANGE_ERROR_CONTENT, "version must be" },
  { "{'format':'lotrinh','version':0}", LT_EXCHANGE_ERROR_CONTENT, "version must be" },
  { "{'format':'lotrinh','version':3}", LT_EXCHANGE_ERROR_VERSION, "form 3" },
  { "{'format':'lotrinh','version':3,'new':{}}", LT_EXCHANGE_ERROR_VERSION, "newer version" },

  /* the frame */
  { BOOK ("'plan':[]"), LT_EXCHANGE_ERROR_CONTENT, "plan is not known here" },
  { BOOK ("'id':1"), LT_EXCHANGE_ERROR_CONTENT, "id is not known here" },
  { BOOK ("'plans':{}"), LT_EXCHANGE_ERROR_CONTENT, "plans must be a list" },
  { BOOK ("'plans':null"), LT_EXCHANGE_ERROR_CONTENT, "plans must be a list" },
  { BOOK ("'plans':[{},[]]"), LT_EXCHANGE_ERROR_CONTENT, "plans[1] must be an object" },
  { BOOK ("'plans':[null]"), LT_EXCHANGE_ERROR_CONTENT, "plans[0] must be an object" },
  { BOOK ("'agencies':['CATP']"), LT_EXCHANGE_ERROR_CONTENT, "agencies[0] must be an object" },
  { PLAN ("'colour':'red'"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].colour is not known" },
  { PLAN ("'Title':'a'"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].Title is not known" },
  { PLAN ("'assignments':[]"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].assignments is not known" },
  { PLAN ("'a\\nb\\u0007':1"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].a b  is not known" },
  { TARGET ("'targets':[]"), LT_EXCHANGE_ERROR_CONTENT,
    "plans[0].initiatives[0].assignments[0].outcomes[0].targets[0].targets is not known" },

  /* fields */
  { PLAN ("'title':1"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].title must be text" },
  { PLAN ("'title':null"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].title must be text" },
  { PLAN ("'title':['a']"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].title must be text" },
  { PLAN ("'title':'a\\u0007b'"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].title cannot be taken in" },
  { PLAN ("'initiatives':[{},{'name':'\\u001b'}]"), LT_EXCHANGE_ERROR_CONTENT,
    "plans[0].initiatives[1].name cannot be taken in" },
  { PLAN ("'year':'2024'"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].year must be a whole number" },
  { PLAN ("'year':2024.0"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].year must be a whole number" },
  { PLAN ("'year':0"), LT_EXCHANGE_ERROR_CONTENT, "from 1 to 9999" },
  { PLAN ("'year':4294969320"), LT_EXCHANGE_ERROR_CONTENT, "from 1 to 9999" },
  { PLAN ("'strict_before':1"), LT_EXCHANGE_ERROR_CONTENT, "strict_before must be true or false" },
  { PLAN ("'issued':'31/12/2024'"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].issued must be a day" },
  { PLAN ("'issued':'2023-02-29'"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].issued must be a day" },
  { PLAN ("'issued':''"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].issued must be a day" },
  { PLAN ("'issued':20241231"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].issued must be a day" },
  { ASSIGNMENT ("'percent':101"), LT_EXCHANGE_ERROR_CONTENT, "percent must be a whole number" },
  { ASSIGNMENT ("'percent':-1"), LT_EXCHANGE_ERROR_CONTENT, "from 0 to 100" },
  { ASSIGNMENT ("'percent':-2147483648"), LT_EXCHANGE_ERROR_CONTENT, "from 0 to 100" },
  { ASSIGNMENT ("'state':'finished'"), LT_EXCHANGE_ERROR_CONTENT, "in-progress" },
  { ASSIGNMENT ("'state':'Done'"), LT_EXCHANGE_ERROR_CONTENT, "one of these words" },
  { ASSIGNMENT ("'state':2"), LT_EXCHANGE_ERROR_CONTENT, "one of these words" },
  { TARGET ("'value':'100'"), LT_EXCHANGE_ERROR_CONTENT, "value must be a number" },
  { TARGET ("'value':9007199254740993"), LT_EXCHANGE_ERROR_CONTENT, "more digits" },
  { TARGET ("'value':9223372036854775807"), LT_EXCHANGE_ERROR_CONTENT, "more digits" },
  { AGENCY ("'variants':'CATP'"), LT_EXCHANGE_ERROR_CONTENT, "variants must be a list of texts" },
  { AGENCY ("'variants':['a',1]"), LT_EXCHANGE_ERROR_CONTENT, "agencies[0].variants[1] must be" },
  { AGENCY ("'variants':[' \\n']"), LT_EXCHANGE_ERROR_CONTENT, "variants[0] must not be empty" },

  /* ids */
  { AGENCY ("'id':0"), LT_EXCHANGE_ERROR_CONTENT, "agencies[0].id must be an id" },
  { AGENCY ("'id':-3"), LT_EXCHANGE_ERROR_CONTENT, "agencies[0].id must be an id" },
  { AGENCY ("'id':'3'"), LT_EXCHANGE_ERROR_CONTENT, "agencies[0].id must be an id" },
  { AGENCY ("'id':3.0"), LT_EXCHANGE_ERROR_CONTENT, "agencies[0].id must be an id" },
  { AGENCY ("'id':null"), LT_EXCHANGE_ERROR_CONTENT, "agencies[0].id must be an id" },
  { AGENCY ("'id':3},{'id':3"), LT_EXCHANGE_ERROR_CONTENT, "agencies[1].id stands at another" },
  { BOOK ("'plans':[{'id':3}],'agencies':[{'id':3}]"), LT_EXCHANGE_ERROR_CONTENT,
    "agencies[0].id stands at another" },
  { AGENCY ("'parent_agency':7"), LT_EXCHANGE_ERROR_CONTENT,
    "agencies[0].parent_agency leads to an id" },
  { AGENCY ("'parent_agency':0"), LT_EXCHANGE_ERROR_CONTENT, "parent_agency must be an id" },
  { BOOK ("'agencies':[{'parent_agency':3}],'plans':[{'id':3}]"), LT_EXCHANGE_ERROR_CONTENT,
    "agencies[0].parent_agency leads to an id" },
  { AGENCY ("'id':3,'parent_agency':3"), LT_EXCHANGE_ERROR_CONTENT, "in a circle" },
  { AGENCY ("'id':3,'successors':[{'successor':4}]"), LT_EXCHANGE_ERROR_CONTENT,
    "agencies[0].successors[0].successor leads to an id" },
  { BOOK ("'agencies':[{'id':3,'successors':[{'id':4,'successor':4}]}]"), LT_EXCHANGE_ERROR_CONTENT,
    "agencies[0].successors[0].successor leads to an id" },
  { AGENCY ("'id':3,'name':'Sở A','successors':[{'successor':3,'since':'2025-03-01'}]"), LT_EXCHANGE_ERROR_CONTENT,
    "successors of “Sở A” lead back" },
  { BOOK ("'agencies':[{'id':3,'name':'A','successors':[{'successor':4,'since':'2025-03-01'}]},"
          "{'id':4,'name':'B','successors':[{'successor':3}]}]"), LT_EXCHANGE_ERROR_CONTENT, "lead back" },
  { AGENCY (""), LT_EXCHANGE_ERROR_CONTENT, "agencies[0] has no name" },
  { AGENCY ("'name':'Sở A'},{'id':3,'name':' ','short_forms':['SA']"), LT_EXCHANGE_ERROR_CONTENT,
    "agencies[1] has no name" },
  { AGENCY ("'name':'Sở A','valid_from':'2025-03-01','valid_to':'2025-02-28'"), LT_EXCHANGE_ERROR_CONTENT,
    "agencies[0], “Sở A”, ends before it begins" },
  { ASSIGNMENT ("'links':[{'agency':7}]"), LT_EXCHANGE_ERROR_CONTENT,
    "assignments[0].links[0].agency leads to an id" },
  { ASSIGNMENT ("'links':[{'kind':'maybe'}]"), LT_EXCHANGE_ERROR_CONTENT,
    "links[0].kind must be one of these words: agency, not-agency, heir" },
  { PLAN ("'links':[]"), LT_EXCHANGE_ERROR_CONTENT, "plans[0].links is not known" },
  { AGENCY ("'id':3,'parent_agency':4},{'id':4,'parent_agency':3"), LT_EXCHANGE_ERROR_CONTENT,
    "in a circle" },
};

static void
assert_refused (const char *data, gssize length, LtExchangeError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = lt_json_parse_book (data, length, &error);

  g_assert_null (book);
  g_assert_error (error, LT_EXCHANGE_ERROR, (int) code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_bad_inputs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_inputs); i++)
    {
      g_autofree char *json = g_strdelimit (g_strdup (bad_inputs[i].json), "'", '"');

      g_test_message ("input %u", i);
      assert_refused (json, -1, bad_inputs[i].code, bad_inputs[i].message);
    }
}

static void
test_null_byte (void)
{
  static const char inside[] = "{\"format\":\"lotrinh\",\"version\":1\0}";
  static const char behind[] = "{\"format\":\"lotrinh\",\"version\":1}\0{}";

  assert_refused (inside, sizeof inside - 1, LT_EXCHANGE_ERROR_FORMAT, "null character");
  assert_refused (behind, sizeof behind - 1, LT_EXCHANGE_ERROR_FORMAT, "null character");
}

static void
test_length (void)
{
  static const char json[] = "{\"format\":\"lotrinh\",\"version\":1}trailing";
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = lt_json_parse_book (json, strlen (json) - strlen ("trailing"), &error);

  g_assert_no_error (error);
  g_assert_nonnull (book);
}

static void
test_depth (void)
{
  GString *json = g_string_new ("{\"format\":\"lotrinh\",\"version\":1,\"plans\":");
  g_autofree char *bomb = NULL;

  for (int i = 0; i < 1000000; i++)
    g_string_append_c (json, '[');
  bomb = g_string_free (json, FALSE);
  assert_refused (bomb, -1, LT_EXCHANGE_ERROR_FORMAT, "nested too deeply");
}

static void
test_long_key (void)
{
  g_autofree char *key = g_strnfill (100000, 'x');
  g_autofree char *json = g_strdup_printf ("{\"format\":\"lotrinh\",\"version\":1,\"%s\":1}", key);
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = lt_json_parse_book (json, -1, &error);

  g_assert_null (book);
  g_assert_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CONTENT);
  g_assert_cmpuint (strlen (error->message), <, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-errors/bad-inputs", test_bad_inputs);
  g_test_add_func ("/json-errors/null-byte", test_null_byte);
  g_test_add_func ("/json-errors/length", test_length);
  g_test_add_func ("/json-errors/depth", test_depth);
  g_test_add_func ("/json-errors/long-key", test_long_key);

  return g_test_run ();
}
