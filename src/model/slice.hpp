#pragma once
// Slices: the part of a plan that an agency (OPD) works on, what it may write there, and what it only reads (sharing.md 4).
// Must not know: files, screens, edits. Which records belong to an agency follows from the field tables, not from a list of records.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace rancang {

// What a slice says about itself (the file's member "scope"). Document::scope is null in a whole plan.
struct SliceScope {
  Ulid agency;         // who works on it; null: the file's scope could not be understood, so nothing in it may be written
  ReplicaId issued_by;
  std::optional<Date> issued_on, due;
  std::string message;
  std::string raw;     // the member as it came from the file; written again while it says the same as the fields above
  friend bool operator==(SliceScope const& a, SliceScope const& b) {
    return a.agency == b.agency && a.issued_by == b.issued_by && a.issued_on == b.issued_on && a.due == b.due && a.message == b.message;
  }
};

// Does the record belong to the agency? It does when a single reference of it to an agency (owner, lead, deliverer, coordinator) names the agency, when it is
// the agency itself, or when its type knows no agencies and the first record that it must refer to belongs to the agency.
bool belongs_to(Document const& document, Node const& node, Ulid agency);
// May the record be written in this document? Everything may in a whole plan; in a slice what belongs to its agency, or to nothing yet.
bool is_writable_in_scope(Document const& document, Node const& node);
// The same for a record that is not in the document yet: one that names no agency at all may be created as well.
bool is_creatable_in_scope(Document const& document, Node const& node);

// Do agencies work on records of this type, and make new ones?
bool is_agency_work(RecordType type);
// In a slice a new record belongs to its agency: where it names nobody yet, the agency is put into the reference that owns it.
void claim_for_scope(Document const& document, Node& node);

// The records a slice for the agency holds: what belongs to it (its trash included, so that deletions travel), the common ground (types that no agency works on
// by itself, and what an agency's own work may refer to), what it supports, and everything that those refer to.
// Members: by type, ids in order. Cost: a few passes over the plan.
Document make_slice(Document const& document, SliceScope scope);

struct SliceContent {
  std::size_t writable = 0;  // alive records that belong to the agency
  std::size_t context = 0;   // alive records that it only reads
};
SliceContent slice_content(Document const& slice);

// "Dinas Kesehatan" → "dinas-kesehatan": a part of a file name.
std::string file_name_part(std::string_view name);
// "tebing-tinggi_dinas-kesehatan_2022-08-01.rancang.json": region without "Kota"/"Kabupaten", agency by name, the day.
std::string slice_file_name(Document const& document, Ulid agency, Date day);
// The same when files of these names are made already: two agencies of one name still get a file each.
std::string fresh_slice_name(Document const& document, Ulid agency, Date day, std::vector<std::string> const& taken);
// "tebing-tinggi_berkas-opd_2022-08-01.zip": those of several agencies.
std::string slices_file_name(Document const& document, Date day);

}  // namespace rancang
