/* SPDX-License-Identifier: MIT */
#include "app/lt-application.h"

int
main (int argc, char **argv)
{
  return lt_application_main (argc, argv);
}
