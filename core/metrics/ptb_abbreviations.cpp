#include "core/metrics/ptb_abbreviations.h"

#include <algorithm>
#include <array>

namespace rb::metrics {
namespace {

using namespace std::string_view_literals;

constexpr std::array kTitles = { // people, ranks, offices; "cf." and "vs." behave like them
    "adj"sv, "adm"sv, "adv"sv, "alex"sv, "assoc"sv, "asst"sv, "atty"sv, "attys"sv, "ave"sv, "brig"sv, "capt"sv, "cf"sv, "cie"sv,
    "cmdr"sv, "col"sv, "comdr"sv, "cpl"sv, "dept"sv, "det"sv, "dr"sv, "drs"sv, "elec"sv, "ens"sv, "ft"sv, "gen"sv, "gov"sv,
    "govs"sv, "hon"sv, "insp"sv, "invt"sv, "jos"sv, "lieut"sv, "lt"sv, "maj"sv, "messrs"sv, "mfg"sv, "mlle"sv, "mme"sv, "mr"sv,
    "mrs"sv, "ms"sv, "msgr"sv, "mt"sv, "mtg"sv, "natl"sv, "pfc"sv, "ph"sv, "pres"sv, "prof"sv, "profs"sv, "pvt"sv, "rep"sv,
    "reps"sv, "rev"sv, "sen"sv, "sens"sv, "sfc"sv, "sgt"sv, "spc"sv, "st"sv, "ste"sv, "supt"sv, "supts"sv, "treas"sv, "vs"sv,
    "wm"sv};
constexpr std::array kPlain = { // months, days, states, companies, streets, degrees
    "al"sv, "ala"sv, "apr"sv, "ariz"sv, "assn"sv, "aug"sv, "bancorp"sv, "bhd"sv, "bldg"sv, "blvd"sv, "bros"sv, "calif"sv, "co"sv,
    "colo"sv, "conn"sv, "corp"sv, "cos"sv, "ct"sv, "dak"sv, "dec"sv, "esq"sv, "est"sv, "etc"sv, "ext"sv, "feb"sv, "fla"sv, "fri"sv,
    "ga"sv, "inc"sv, "ind"sv, "intl"sv, "jan"sv, "jr"sv, "jul"sv, "jun"sv, "kan"sv, "kans"sv, "ky"sv, "ltd"sv, "mar"sv, "md"sv,
    "mich"sv, "minn"sv, "mo"sv, "mon"sv, "mont"sv, "neb"sv, "nev"sv, "nov"sv, "oct"sv, "okla"sv, "penn"sv, "plc"sv, "ppte"sv,
    "ppty"sv, "pte"sv, "ptes"sv, "pty"sv, "ptys"sv, "rd"sv, "rt"sv, "sep"sv, "sept"sv, "seq"sv, "sq"sv, "sr"sv, "sys"sv, "tel"sv,
    "tenn"sv, "thu"sv, "thurs"sv, "tue"sv, "tues"sv, "univ"sv, "va"sv, "vt"sv, "wed"sv, "wis"sv, "wisc"sv, "wyo"sv};
constexpr std::array kCapitals = { // words too in small letters
    "ark"sv, "az"sv, "del"sv, "ill"sv, "la"sv, "mass"sv, "miss"sv, "ore"sv, "pa"sv, "tex"sv};
constexpr std::array kNumbered = {"art"sv, "ca"sv, "fig"sv, "figs"sv, "no"sv, "nos"sv, "op"sv, "pp"sv, "prop"sv};
constexpr std::array kOpeners = {
    "a"sv, "about"sv, "according"sv, "after"sv, "an"sv, "as"sv, "at"sv, "but"sv, "he"sv, "her"sv, "here"sv, "however"sv, "if"sv,
    "in"sv, "it"sv, "last"sv, "many"sv, "now"sv, "once"sv, "one"sv, "other"sv, "our"sv, "she"sv, "since"sv, "so"sv, "some"sv,
    "such"sv, "that"sv, "the"sv, "their"sv, "then"sv, "there"sv, "these"sv, "they"sv, "this"sv, "we"sv, "what"sv, "when"sv,
    "while"sv, "yet"sv, "you"sv};

template <typename List>
bool isIn(const List& list, std::string_view word) {
    return std::binary_search(list.begin(), list.end(), word);
}

} // namespace

PtbAbbreviation ptbAbbreviation(std::string_view word, bool capital) {
    if (isIn(kTitles, word)) return PtbAbbreviation::kTitle;
    if (word == "wash" && capital) return PtbAbbreviation::kTitle;
    if (isIn(kPlain, word) || (capital && isIn(kCapitals, word))) return PtbAbbreviation::kPlain;
    return isIn(kNumbered, word) ? PtbAbbreviation::kNumbered : PtbAbbreviation::kNone;
}

bool ptbOpensSentence(std::string_view word) { return isIn(kOpeners, word); }

} // namespace rb::metrics
