# SPDX-License-Identifier: GPL-3.0-or-later
# Everything third-party, found once. All headers come in as SYSTEM.

find_package(Threads REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tl-expected REQUIRED)

if(VERTESCORE_WITH_MODEL)
  include(VerteScoreTorch)
endif()

if(VERTESCORE_WITH_DESKTOP)
  find_package(Boost 1.74 REQUIRED)
  find_package(DCMTK REQUIRED)
  find_package(OpenSSL REQUIRED)
  find_package(SQLiteCpp REQUIRED)
  include(VerteScoreOpenCV)
  include(VerteScoreSodium)
  include(VerteScoreZip)
endif()

if(VERTESCORE_WITH_DESKTOP AND NOT VERTESCORE_FUZZ)
  find_package(CLI11 REQUIRED)
  find_package(spdlog REQUIRED)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets PrintSupport Svg LinguistTools Test)
  find_package(QCustomPlotQt6 REQUIRED)
endif()

if(VERTESCORE_WITH_TESTS)
  find_package(Catch2 2.13 REQUIRED)
endif()
