#pragma once
// The choices behind a dropdown of a field: records to refer to, entries of an enumeration, yes and no. For cells, filters and bulk edits.
// Must not know: what choosing does.
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"
#include "ui/widgets/picker.hpp"

namespace rancang {

struct ChoiceList {
  std::vector<Choice> choices;
  std::vector<Ulid> records;          // references: one per choice, null = nothing
  std::vector<std::uint8_t> entries;  // enumerations and booleans
  std::uint64_t owner = 0, revision = 0;

  // The value that choosing `index` gives a field of one reference, entry or boolean.
  Value value_at(FieldInfo const& field, int index) const;
};

enum class NoChoice : std::uint8_t { left_out, offered };  // "Kosongkan", "Tanpa …"
// `near` (may be null): a record whose dimension decides what stands first.
ChoiceList choices_of(Ui const& ui, PlanView const& plan, FieldInfo const& field, NoChoice none, Node const* near = nullptr);
bool has_choices(FieldInfo const& field);  // reference(s), enumeration, boolean, list with a reference as its title
// The type of record that the choices stand for; none for entries.
RecordType choice_target(FieldInfo const& field);
// "Tambah OPD “Dinas Kes”": "" while nothing is typed.
std::string create_choice_label(Ui const& ui, RecordType target, std::string const& text);
// "kegiatan" for the middle of a sentence; abbreviations stay as they are.
std::string lower_first(std::string_view label);
// A record's name there: "sumber data", "OPD", "misi RPJMD"; names that keep their capital are in the catalogue as "grid.inside.<record>".
std::string record_inside(Strings const& s, RecordInfo const& info);

}  // namespace rancang
