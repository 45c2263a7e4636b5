// SPDX-License-Identifier: Apache-2.0
/* Some municipalities, with names in Norwegian, Sámi and Kven as they are registered. */
#include "reference/units.h"

#include <string.h>

const struct sv_municipality sv_municipalities[] = {
  { "0301", "Oslo", "Oslo", "0150", "OSLO" },
  { "1103", "Stavanger", "Rogaland", "4005", "STAVANGER" },
  { "1505", "Kristiansund", "Møre og Romsdal", "6509", "KRISTIANSUND N" },
  { "1508", "Ålesund", "Møre og Romsdal", "6002", "ÅLESUND" },
  { "1577", "Volda", "Møre og Romsdal", "6100", "VOLDA" },
  { "1804", "Bodø", "Nordland - Nordlánnda", "8006", "BODØ" },
  { "1826", "Aarborte - Hattfjelldal", "Nordland - Nordlánnda", "8690", "HATTFJELLDAL" },
  { "1875", "Hábmer - Hamarøy", "Nordland - Nordlánnda", "8294", "HAMARØY" },
  { "3107", "Fredrikstad", "Østfold", "1606", "FREDRIKSTAD" },
  { "3201", "Bærum", "Akershus", "1337", "SANDVIKA" },
  { "3401", "Kongsvinger", "Innlandet", "2212", "KONGSVINGER" },
  { "3905", "Tønsberg", "Vestfold", "3110", "TØNSBERG" },
  { "4204", "Kristiansand", "Agder", "4611", "KRISTIANSAND S" },
  { "4601", "Bergen", "Vestland", "5003", "BERGEN" },
  { "4640", "Sogndal", "Vestland", "6856", "SOGNDAL" },
  { "5001", "Trondheim - Tråante", "Trøndelag - Trööndelage", "7011", "TRONDHEIM" },
  { "5041", "Snåase - Snåsa", "Trøndelag - Trööndelage", "7760", "SNÅSA" },
  { "5043", "Raarvihke - Røyrvik", "Trøndelag - Trööndelage", "7898", "LIMINGEN" },
  { "5501", "Tromsø - Romsa - Tromssa", "Troms - Romsa - Tromssa", "9008", "TROMSØ" },
  { "5540", "Gáivuotna - Kåfjord - Kaivuono", "Troms - Romsa - Tromssa", "9143", "SKIBOTN" },
  { "5610", "Kárášjohka - Karasjok", "Finnmark - Finnmárku - Finmarkku", "9730", "KARASJOK" },
  { "5612", "Guovdageaidnu - Kautokeino", "Finnmark - Finnmárku - Finmarkku", "9520",
    "KAUTOKEINO" },
  { "5622", "Porsáŋgu - Porsanger - Porsanki", "Finnmark - Finnmárku - Finmarkku", "9700",
    "LAKSELV" },
  { "5628", "Deatnu - Tana", "Finnmark - Finnmárku - Finmarkku", "9845", "TANA" },
  { "5636", "Unjárga - Nesseby", "Finnmark - Finnmárku - Finmarkku", "9840", "VARANGERBOTN" },
};
const size_t sv_municipality_count = sizeof sv_municipalities / sizeof sv_municipalities[0];

const struct sv_municipality *sv_municipality_find(const char *number)
{
  for (size_t i = 0; i < sv_municipality_count; i++)
    if (strcmp(sv_municipalities[i].number, number) == 0)
      return &sv_municipalities[i];
  return NULL;
}
