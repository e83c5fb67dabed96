#pragma once
// The same record typed by two agencies under different ids: found by name, code and agency, and proposed to be joined (sharing.md 4).
// Must not know: files, screens, how records are joined (edit/commands.hpp, JoinRecords).
#include <memory>

#include "model/twin_finder.hpp"

namespace rancang {

// Compares one document after the other with ours, among types whose names should be unique. Their names are similar; code and agency tell how sure it is.
// The names of ours are taken apart once, a type when it is first asked about.
class LikelyDuplicates final : public TwinFinder {
 public:
  explicit LikelyDuplicates(Document ours);
  ~LikelyDuplicates() override;

  std::vector<TwinPair> find(Document const& theirs) override;
  void add(NodePtr const& node) override;

 private:
  class Names;
  struct OfType;
  Document ours_;
  std::vector<std::unique_ptr<OfType>> names_;  // by type; null: not asked about yet
};
std::unique_ptr<TwinFinder> likely_duplicates(Document const& ours);

}  // namespace rancang
