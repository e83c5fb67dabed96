#pragma once
// A small plan for tests of merging: three agencies, a mission, programmes and activities of two of them, and how to edit a copy of it as somebody.
// Must not know: what is tested.
#include <string>

#include "edit/commands.hpp"
#include "model/merge_report.hpp"
#include "persist/unknown_merge.hpp"

namespace rancang::testing {

struct MergePlan {
  static constexpr RecordType agencies = record_type<Agency>, items = record_type<ActionItem>, programs = record_type<Program>;
  ReplicaId issuer = *parse_replica("Kominfo0"), rina = *parse_replica("Rina0001"), budi = *parse_replica("Budi0002");
  Ulid kominfo{3, 1}, dinkes{3, 2}, dishub{3, 3};
  Ulid mission{4, 1}, program{5, 1}, health{6, 1}, clinic{6, 2}, traffic{6, 3};
  Document document = make();

  static std::uint8_t field(RecordType type, std::string_view key) { return static_cast<std::uint8_t>(record_info(type).index_of(key)); }
  static NodePtr node(Document const& document, RecordType type, Ulid id) { return *document.table(type).find(id); }
  ActionItem const& item(Document const& in, Ulid id) const { return node(in, items, id)->as<ActionItem>(); }

  static Author author(ReplicaId who) {
    static std::uint64_t made = 0;
    return {who, [] { return Ulid{8, ++made}; }, created_by(who)};
  }
  // Runs a command as somebody; what is refused gives its id.
  static std::string edit(Document& document, ReplicaId who, Command const& command) {
    auto const changes = run(document, command, author(who));
    if (!changes) return changes.error().id;
    apply(document, *changes);
    return {};
  }
  static std::string write(Document& document, ReplicaId who, RecordType type, Ulid id, std::string_view key, Value value) {
    return edit(document, who, SetField{{type, id, field(type, key), std::move(value)}});
  }
  MergeReport report(Document const& ours, Document const& theirs, bool proven = true) const { return merge_documents(ours, theirs, proven, unknown_merge()); }
  Document merged(Document const& ours, MergeReport const& report) const { return merged_document(ours, report, merge_changes(report, issuer)); }
  Document merged(Document const& ours, Document const& theirs) const { return merged(ours, report(ours, theirs)); }

 private:
  template <class R>
  void put(Document& out, Ulid id, R const& record) const {
    auto made = make_node(record_type<R>, id);
    made->template as<R>() = record;
    made->causal = created_by(issuer);
    out.table(record_type<R>).put(std::move(made));
  }
  Document make() const {
    Document out;
    out.plan_id = {1, 1};
    Plan plan;
    plan.region_name = "Kota Tebing Tinggi";
    put(out, {2, 1}, plan);
    for (auto const& [id, name, short_name] : {std::tuple(kominfo, "Dinas Komunikasi dan Informatika", "Diskominfo"), std::tuple(dinkes, "Dinas Kesehatan", "Dinkes"), std::tuple(dishub, "Dinas Perhubungan", "Dishub")}) {
      Agency agency;
      agency.name = name;
      agency.short_name = short_name;
      put(out, id, agency);
    }
    Mission one;
    one.text = "Layanan publik yang cepat";
    put(out, mission, one);
    Program all;
    all.name = "Kota Sehat";
    all.mission = Id<Mission>{mission};
    all.lead_agency = Id<Agency>{kominfo};
    put(out, program, all);
    for (auto const& [id, name, lead] : {std::tuple(health, "Telemedisin puskesmas", dinkes), std::tuple(clinic, "Antrean daring", dinkes), std::tuple(traffic, "Kamera lalu lintas", dishub)}) {
      ActionItem action;
      action.name = name;
      action.program = Id<Program>{id == traffic ? Ulid{} : program};
      action.lead_agency = Id<Agency>{lead};
      action.start_year = 2023;
      action.end_year = 2025;
      put(out, id, action);
    }
    out.replicas = std::make_shared<std::map<ReplicaId, ReplicaInfo> const>(
        std::map<ReplicaId, ReplicaInfo>{{issuer, {"Diskominfo", kominfo}}, {rina, {"Dinkes - Rina", dinkes}}, {budi, {"Dinkes - Budi", dinkes}}});
    return out;
  }
};

}  // namespace rancang::testing
