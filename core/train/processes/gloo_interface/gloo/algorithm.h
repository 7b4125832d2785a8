#pragma once
// ProcessGroupGloo.hpp names this header and needs nothing of it.
