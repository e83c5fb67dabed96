#pragma once
// F-27 Komitmen bersama and F-28 Kolaborasi kawasan (domain.md 4.10).
// Must not know: files, screens.
#include "model/people.hpp"

namespace rancang {

struct Signature {
  std::string name;
  std::string office;
  std::string institution;
  Body body = Body::unset;
  std::optional<Date> signed_on;
  friend bool operator==(Signature const&, Signature const&) = default;
};
template <>
struct Schema<Signature> {
  static constexpr auto name = "signature"sv;
  static constexpr auto fields = std::tuple{
      field<&Signature::name>("name", {.required = true, .max_length = 160, .role = Role::title}),
      field<&Signature::office>("office", {.max_length = 160}),
      field<&Signature::institution>("institution", {.max_length = 160}),
      field<&Signature::body>("body"),
      field<&Signature::signed_on>("signed_on"),
  };
};

struct Commitment {
  std::string title;
  std::string statement;
  std::string place;
  std::optional<Date> date;
  std::vector<Signature> signatures;
  std::vector<Evidence> proof;
  std::string fingerprint;  // of the plan as it was signed; "" = not signed here
  std::int64_t order = 0;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Commitment> {
  static constexpr auto name = "commitment"sv;
  static constexpr auto fields = std::tuple{
      field<&Commitment::title>("title", {.required = true, .max_length = 300, .role = Role::title}),
      field<&Commitment::statement>("statement", {.required = true, .prose = true, .max_length = 6000, .gate = Gate::iv}),
      field<&Commitment::place>("place", {.max_length = 120}),
      field<&Commitment::date>("date"),
      field<&Commitment::signatures>("signatures", {.gate = Gate::iv}),
      field<&Commitment::proof>("proof"),
      field<&Commitment::fingerprint>("fingerprint", {.max_length = 40, .section = "origin", .initially_hidden = true}),
      field<&Commitment::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Commitment::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Commitment::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Commitment::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

enum class CollaborationKind : std::uint8_t { unset, joint, own_contribution };
template <>
struct EnumTable<CollaborationKind> {
  static constexpr auto name = "collaboration_kind"sv;
  static constexpr std::array names{""sv, "joint"sv, "own_contribution"sv};
};

enum class CollaborationState : std::uint8_t { unset, idea, talks, agreed, running, ended };
template <>
struct EnumTable<CollaborationState> {
  static constexpr auto name = "collaboration_state"sv;
  static constexpr std::array names{""sv, "idea"sv, "talks"sv, "agreed"sv, "running"sv, "ended"sv};
};

struct Collaboration {
  std::string name;
  std::string zone;
  Id<Dimension> dimension;
  std::string partner_regions;
  Id<Program> program;
  CollaborationKind kind = CollaborationKind::unset;
  std::string agreement_number;
  std::optional<Date> agreement_date;
  CollaborationState state = CollaborationState::unset;
  std::int64_t order = 0;
  Id<Agency> owner_agency;
  Stage stage = Stage::unset;
  RowStatus status = RowStatus::draft;
  Certainty certainty = Certainty::unset;
  std::string source;
  std::string note;
};
template <>
struct Schema<Collaboration> {
  static constexpr auto name = "collaboration"sv;
  static constexpr auto fields = std::tuple{
      field<&Collaboration::name>("name", {.required = true, .max_length = 300, .role = Role::title}),
      field<&Collaboration::zone>("zone", {.max_length = 160}),
      field<&Collaboration::dimension>("dimension", {.required = true}),
      field<&Collaboration::partner_regions>("partner_regions", {.max_length = 600}),
      field<&Collaboration::program>("program"),
      field<&Collaboration::kind>("kind", {.required = true}),
      field<&Collaboration::agreement_number>("agreement_number", {.max_length = 80}),
      field<&Collaboration::agreement_date>("agreement_date"),
      field<&Collaboration::state>("state"),
      field<&Collaboration::order>("order", {.role = Role::order, .merge = Merge::latest, .initially_hidden = true}),
      field<&Collaboration::owner_agency>("owner_agency", {.section = "work", .initially_hidden = true}),
      field<&Collaboration::stage>("stage", {.section = "work", .initially_hidden = true}),
      field<&Collaboration::status>("status", {.role = Role::status, .section = "work"}),
      field<&Collaboration::certainty>("certainty", {.section = "origin", .initially_hidden = true}),
      field<&Collaboration::source>("source", {.max_length = 600, .section = "origin", .initially_hidden = true}),
      field<&Collaboration::note>("note", {.prose = true, .max_length = 60000, .role = Role::note, .section = "origin", .initially_hidden = true}),
  };
};

}  // namespace rancang
