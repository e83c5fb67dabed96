#pragma once
// The shared folder in the browser (web/folder.js): directory picker, looking, reading and writing.
// Must not know: what is in a file.
#include "platform/folder.hpp"

namespace rancang {

class FolderWeb final : public FolderAccess {
 public:
  bool can_share() const override;
  void pick(std::string const& plan) override;
  void resume(std::string const& plan, bool ask) override;
  void read(std::string const& plan, std::string const& name) override;
  void write(std::string const& plan, std::string const& name, std::string const& bytes) override;
  void stop(std::string const& plan, bool forget) override;
};

}  // namespace rancang
