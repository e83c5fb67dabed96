#include "persist/fingerprint.hpp"

#include "base/hash.hpp"
#include "persist/envelope_codec.hpp"
#include "persist/record_encode.hpp"

namespace rancang {

std::string content_fingerprint(Document const& document) {
  static constexpr RecordType keeping[] = {record_type<Commitment>, record_type<MutedFinding>, record_type<IssuedSlice>};
  Hash64 hash;
  std::string line;
  for (RecordInfo const& info : record_infos()) {
    bool counts = true;
    for (RecordType type : keeping) counts = counts && info.type != type;
    if (!counts) continue;
    document.table(info.type).for_each([&](NodePtr const& node) {
      line = info.name;
      append_record(line, *node);
      hash.add(line);
    });
  }
  return checksum_text(hash.value());
}

}  // namespace rancang
